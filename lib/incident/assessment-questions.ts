import { EXCLUSIONS, exclusionRow } from '../../lambda/breach/domain/assessment/exclusions';
import { FACTOR_ROWS } from '../../lambda/breach/domain/assessment/factors';
import { choiceOf, numbered } from './answer';
import type { Dialogue } from './dialogue';

/** What may be documented: a risk assessment of the four factors, that it was secured, or one of the exclusions. */
const GROUNDS = ['factors', 'secured', 'exclusion'] as const;

const OUTCOMES = ['breach', 'low-probability'] as const;

/** Answers as they stand in the JSON of an assessment. */
export type AssessmentAnswers = Readonly<Record<string, unknown>>;

const GROUND_WORDS: Readonly<Record<(typeof GROUNDS)[number], string>> = {
  factors: 'a risk assessment of the four factors (45 CFR 164.402 Breach (2))',
  secured: 'the information was encrypted or destroyed, and the key was not used (74 FR 19006)',
  exclusion: 'one of the three acts that are no breach (45 CFR 164.402 Breach (1))',
};

/** Asks which ground there is, and for each part of it; an empty answer documents nothing. */
export async function askAssessment(dialogue: Dialogue): Promise<AssessmentAnswers> {
  dialogue.tell(
    'Without names of people. Enter documents nothing; the presumption of breach stands until a ground is documented whole.',
  );
  dialogue.tell(`What is documented?\n${numbered(GROUNDS.map((ground) => [ground, GROUND_WORDS[ground]]))}`);
  const ground = await dialogue.askFor('Number or word:', choiceOf('--ground', GROUNDS));
  switch (ground) {
    case 'factors':
      return { assessment: await askFactors(dialogue) };
    case 'secured':
      return { secured: await askSecured(dialogue) };
    case 'exclusion':
      return { excluded: await askExclusion(dialogue) };
  }
}

/** @see 45 CFR 164.402 "Breach" (2)(i)–(iv) */
async function askFactors(dialogue: Dialogue): Promise<AssessmentAnswers> {
  const factors: Record<string, string | null> = {};
  for (const { factor, citation, question } of FACTOR_ROWS) {
    factors[factor] = orNull(await dialogue.ask(`${question} (${citation})\n>`));
  }
  const outcome = await dialogue.askFor(
    'What do the four factors together show: breach, or low-probability that the information was compromised?',
    choiceOf('--outcome', OUTCOMES),
  );
  return { outcome, factors };
}

async function askSecured(dialogue: Dialogue): Promise<AssessmentAnswers> {
  return {
    method: orNull(await dialogue.ask('How was it encrypted or destroyed?\n>')),
    keyEvidence: orNull(await dialogue.ask('What shows that the key was not used by anybody else?\n>')),
    source: orNull(await dialogue.ask('Where does that stand?\n>')),
  };
}

async function askExclusion(dialogue: Dialogue): Promise<AssessmentAnswers> {
  dialogue.tell(numbered(EXCLUSIONS.map((exclusion) => [exclusion, exclusionRow(exclusion).meaning])));
  return {
    exclusion: await dialogue.askFor('Number or word:', choiceOf('--exclusion', EXCLUSIONS)),
    basis: orNull(await dialogue.ask('On what does that rest?\n>')),
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
