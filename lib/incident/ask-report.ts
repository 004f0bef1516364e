import { REPORT_ROWS, type ReportType } from '../../lambda/breach/domain/incident/report-types';
import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { choiceOf, dateOr, numbered, optionalDate } from './answer';
import { civilDateIn } from './common-options';
import type { Dialogue } from './dialogue';
import { affectedOf, phiTypesOf } from './facts-input';
import { saysYes } from './review-text';

/** The kinds of reports, as `--type` takes them. */
export const REPORT_TYPES: readonly ReportType[] = REPORT_ROWS.map(({ id }) => id);

/** What a person reports, as far as it is known. */
export interface ReportDraft {
  readonly type: ReportType | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string | undefined;
}

/** Asks one by one for what a report lacks; what nobody knows yet can be left out. */
export async function askReport(
  draft: ReportDraft,
  today: CivilDate,
  dialogue: Dialogue,
): Promise<ReportDraft> {
  const type = draft.type ?? (await askType(dialogue));
  const facts: Record<string, unknown> = { ...draft.facts };
  const ask = async (field: string, question: string, read: (text: string) => unknown) => {
    if (facts[field] === undefined) facts[field] = await dialogue.askFor(question, read);
  };
  await ask(
    'discoveredOn',
    `On which day was it first known, or would it have been with reasonable diligence? (YYYY-MM-DD, Enter for ${today})`,
    dateOr('--discovered-on', today),
  );
  await ask(
    'occurredOn',
    'On which day did it happen? (YYYY-MM-DD, Enter while nobody knows)',
    optionalDate('--occurred-on'),
  );
  await ask(
    'affected',
    'How many people are affected, by State? (like CA=300, NY=unknown; Enter while nobody knows)',
    affectedOf,
  );
  await ask(
    'phiTypes',
    'Which types of information? (like name, ssn, diagnosis; Enter while nobody knows)',
    phiTypesOf,
  );
  if (type === 'vendor-report' && facts.businessAssociate === undefined) {
    facts.businessAssociate = await askAssociate(today, dialogue);
  }
  const source =
    draft.source ??
    (await dialogue.ask(
      'Who or what told of it, in a few words and without names of people? (Enter for nothing)',
    ));
  return { type, facts, source };
}

async function askType(dialogue: Dialogue): Promise<ReportType> {
  dialogue.tell(`What happened?\n${numbered(REPORT_ROWS.map(({ id, title }) => [id, title]))}`);
  return await dialogue.askFor('Number or word:', choiceOf('--type', REPORT_TYPES));
}

/** @see 45 CFR 164.410 */
async function askAssociate(today: CivilDate, dialogue: Dialogue): Promise<object> {
  const discoveredOn = await dialogue.askFor(
    'On which day did the business associate discover it? (YYYY-MM-DD)',
    (text) => civilDateIn('--associate-discovered-on', text),
  );
  const toldUsOn = await dialogue.askFor(
    `On which day did it tell us? (YYYY-MM-DD, Enter for ${today})`,
    dateOr('--associate-told-on', today),
  );
  const agent = await saysYes(dialogue, 'Does it act as our agent? (yes/no)');
  return { discoveredOn, agent, toldUsOn };
}
