import { parseAssessment } from '../../../lambda/breach/domain/assessment/assessment-input';
import type { Incident } from '../../../lambda/breach/domain/incident/incident';
import { assessIncident } from '../../../lambda/breach/use-cases/assess-incident';
import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { type AssessmentAnswers, askAssessment } from '../assessment-questions';
import { COMMON_OPTIONS, civilDateIn } from '../common-options';
import { reading, readJson } from '../read-json';
import { reviewAssessment } from '../review-assessment';
import { dayOf, startSession } from '../session';
import { tellStep } from '../step';
import { caseId, type Subcommand } from '../subcommand';

const FACTOR_OPTIONS = {
  outcome: { type: 'string' },
  nature: { type: 'string' },
  recipient: { type: 'string' },
  acquired: { type: 'string' },
  mitigation: { type: 'string' },
} as const;

/**
 * Records an assessment of whether it is a breach.
 *
 * @see 45 CFR 164.402
 */
export const assessSubcommand: Subcommand = {
  name: 'assess',
  summary: 'records the assessment: four factors asked one by one, or from a file',
  synopsis:
    'ID [--file FILE|-] [--outcome O --nature TEXT --recipient TEXT --acquired TEXT --mitigation TEXT]',
  details: `At a terminal it asks for each of the four factors; elsewhere options or a file have to say them.

  --file FILE         a JSON object: assessedOn, and assessment with outcome and factors, secured or excluded, as in
                      docs/incident-command.md
  --outcome OUTCOME   breach or low-probability
  --nature, --recipient, --acquired, --mitigation TEXT
                      the four factors, without names of people
  --assessed-on DATE  the day of the assessment (default: today)

It is recorded complete or not; only a ground that is documented whole ends obligations.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident assess', args, {
      ...COMMON_OPTIONS,
      ...FACTOR_OPTIONS,
      'assessed-on': { type: 'string' },
      file: { type: 'string' },
    });
    const id = caseId(positionals);
    const session = startSession(values, tools, 'writes');
    const { outcome, nature = null, recipient = null, acquired = null, mitigation = null } = values;
    const named = [outcome, nature, recipient, acquired, mitigation].some(
      (value) => typeof value === 'string',
    );
    if (named && values.file !== undefined) {
      throw new UsageError("'--file' must stand without the options of the four factors");
    }
    if (values['assessed-on'] !== undefined) civilDateIn('--assessed-on', values['assessed-on']);
    const answers = await answersOf();
    const desk = await session.desk();
    const assessedOn = values['assessed-on'] ?? answers.assessedOn ?? dayOf(desk);
    const input = await reviewAssessment(
      reading(() => parseAssessment({ ...answers, assessedOn })),
      session,
    );
    const result = await assessIncident(id, input, desk.by, desk);
    const done = result.outcome === 'done' ? doneWords(result.incident) : '';
    return tellStep(result, { command: 'assess', done }, session, desk);

    async function answersOf(): Promise<AssessmentAnswers> {
      if (values.file !== undefined) return await readJson(values.file, session.surroundings);
      if (named) {
        if (outcome === undefined) throw new UsageError("'--outcome' must stand with the four factors");
        return { assessment: { outcome, factors: { nature, recipient, acquired, mitigation } } };
      }
      if (!session.dialogue.interactive) {
        throw new UsageError("'--file' or '--outcome' must be given where nobody can be asked, got: nothing");
      }
      return await askAssessment(session.dialogue);
    }
  },
};

function doneWords({ assessed }: Incident): string {
  if (assessed === null) return 'Assessed.';
  const { outcome, presumption, missing } = assessed;
  if (presumption === 'overcome')
    return `Assessed: ${outcome}. The presumption of breach is overcome (45 CFR 164.402).`;
  const lacks = missing.length === 0 ? '' : ` Missing: ${missing.join(', ')}.`;
  return `Assessed: ${outcome}. A breach is presumed (45 CFR 164.402), and notices are due.${lacks}`;
}
