import { isJurisdiction } from './jurisdictions';
import { STATE_RULES } from './state-rules/state-rules';

/** The obligations of the HIPAA Breach Notification Rule. */
export const FEDERAL_IDS = [
  'individual-notice',
  'substitute-notice',
  'media-notice',
  'hhs-notice',
  'hhs-annual-log',
  'covered-entity-notice',
] as const;

/** One of the HIPAA obligations. */
export type FederalId = (typeof FEDERAL_IDS)[number];

/** What a State's row is when no modelled rule gives an answer. */
export type OpenQuestion = 'not-modelled' | 'not-triggered';

const OPEN_QUESTIONS: readonly string[] = ['not-modelled', 'not-triggered'] satisfies OpenQuestion[];

const KNOWN: ReadonlySet<string> = new Set([...FEDERAL_IDS, ...STATE_RULES.map(({ id }) => stateRuleId(id))]);

/** The obligation id of a State rule, `state:CA-CIV-1798.82`. */
export function stateRuleId(rule: string): string {
  return `state:${rule}`;
}

/** The obligation id of a State's open question, `state:WY:not-modelled`. */
export function openQuestionId(jurisdiction: string, question: OpenQuestion): string {
  return `state:${jurisdiction}:${question}`;
}

/** Whether an obligation's id is that of a State's row or question. */
export function isStateId(id: string): boolean {
  return id.startsWith('state:');
}

/** Whether a value names an obligation that can be fulfilled; `media-notice:CA` is the media notice of one State. */
export function isObligationId(value: unknown): value is string {
  if (typeof value !== 'string') {
    return false;
  }
  const [head, jurisdiction, question, ...rest] = value.split(':');
  return (
    KNOWN.has(value) ||
    (head === 'media-notice' && isJurisdiction(jurisdiction) && question === undefined) ||
    (head === 'state' &&
      isJurisdiction(jurisdiction) &&
      question !== undefined &&
      OPEN_QUESTIONS.includes(question) &&
      rest.length === 0)
  );
}
