import type { DeadlinesResult } from '../deadlines/compute-deadlines';
import { type Jurisdiction, nameOfJurisdiction } from '../deadlines/jurisdictions';
import type { Obligation } from '../deadlines/obligation';
import { type FederalId, isStateId } from '../deadlines/obligation-ids';
import type { NoticeKind } from './notice-item';
import { dateInWords } from './plain-text';

/** The one line that travels with every draft. */
export const NOTICE_LIMIT =
  'Technical draft, not legal advice: check it, complete it and remove this note before it is sent.';

const OBLIGATIONS: Readonly<Record<NoticeKind, readonly FederalId[]>> = {
  individual: ['individual-notice'],
  media: ['media-notice'],
  hhs: ['hhs-notice', 'hhs-annual-log'],
  'covered-entity': ['covered-entity-notice'],
};

/** Notes above a draft, for whoever finishes it: its limit, until when and from when it may be sent. */
export function draftingNotes(kind: NoticeKind, { obligations }: DeadlinesResult): string {
  const ids: readonly string[] = OBLIGATIONS[kind];
  const owed = obligations.filter(({ id }) => ids.includes(id));
  return [
    NOTICE_LIMIT,
    ...(owed.length === 0 ? ['The facts given ask for no such notice.'] : owed.flatMap(notesOn)),
    ...(kind === 'individual' ? stateNote(obligations) : []),
  ]
    .map((note) => `> ${note}`)
    .join('\n>\n');
}

function notesOn({ due, notBefore, jurisdiction }: Obligation): readonly string[] {
  return [
    ...(due === null
      ? []
      : [
          `${whereOf(jurisdiction)}Send it without unreasonable delay, by ${dateInWords(due)} at the latest.`,
        ]),
    ...(notBefore === null
      ? []
      : [`Law enforcement holds it: do not send it before ${dateInWords(notBefore)}.`]),
  ];
}

/** State law may want its people told before HIPAA does. */
function stateNote(obligations: readonly Obligation[]): readonly string[] {
  const first = obligations.find(({ id, due }) => isStateId(id) && due !== null)?.due ?? null;
  return first === null
    ? []
    : [`State law has dates of its own, the first on ${dateInWords(first)}: see the list of deadlines.`];
}

function whereOf(jurisdiction: Jurisdiction | null): string {
  return jurisdiction === null ? '' : `${nameOfJurisdiction(jurisdiction)}: `;
}
