import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { IncidentFacts } from '../deadlines/facts-schema';
import type { Headcount } from '../deadlines/headcount';
import type { Filled } from './filled';
import type { NoticeDetails } from './notice-details';

/** Who a notice is for. */
export const NOTICE_KINDS = ['individual', 'media', 'hhs', 'covered-entity'] as const;

/** One of the notices. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a notice is written from. */
export interface NoticeContext {
  readonly kind: NoticeKind;
  readonly facts: IncidentFacts;
  readonly details: NoticeDetails;
  readonly discoveredOn: CivilDate;
  readonly headcount: Headcount;
}

/** One thing that a notice has to say: a row of its checklist, and its paragraphs. */
export interface NoticeItem {
  readonly id: string;
  readonly citation: string;
  /** What the law asks, as a line to tick. */
  readonly asks: string;
  readonly heading: string;
  readonly write: (context: NoticeContext) => readonly Filled[];
}
