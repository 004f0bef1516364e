import type { ChainHead } from '../../../shared/audit-chain/record';
import type { ContainmentKind, ContainmentState } from '../containment/containment-kinds';
import type { Severity } from '../triage/verdict';
import type { CaseFacts } from './case-facts';
import type { ReportType } from './report-types';
import type { Subject } from './subject';

/**
 * Where a case stands: `review` waits for the daily digest, `open` is an incident that somebody works on, `closed` and
 * `dismissed` (a review) are done, `linked` is carried on in another case.
 */
export const CASE_STATES = ['review', 'open', 'closed', 'dismissed', 'linked'] as const;

/** One of {@link CASE_STATES}. */
export type CaseState = (typeof CASE_STATES)[number];

/** When something was done, and by whom: `system`, or the reference of an identity. */
export interface Mark {
  /** Instant in UTC with milliseconds. */
  readonly at: string;
  readonly by: string;
}

/** How often a signal came. */
export interface SignalTally {
  readonly signal: string;
  readonly severity: Severity;
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** The mark of an assessment. @see 45 CFR 164.402 */
export interface AssessedMark extends Mark {
  /** The ground that is proven, or `breach`. */
  readonly outcome: string;
  readonly presumption: 'stands' | 'overcome';
  readonly missing: readonly string[];
}

/** An obligation without a modelled answer, of which a person found that it is not owed, and why. */
interface SettledObligation extends Mark {
  readonly id: string;
  readonly basis: string;
}

/** What was done to contain, and whether it can be undone. */
export interface ContainmentRecord {
  readonly id: string;
  readonly kind: ContainmentKind;
  /** A reference, never the name. */
  readonly target: string;
  readonly state: ContainmentState;
  readonly startedAt: string;
  readonly by: string;
  /** Where in the evidence archive the state from before is kept. */
  readonly before: string;
}

/** That an incident was closed. */
interface ClosedMark extends Mark {
  /** The last day of the six years, `YYYY-MM-DD`. @see 45 CFR 164.530(j) */
  readonly retainUntil: string;
  /** Whether every object of evidence is locked until then. */
  readonly locked: boolean;
}

/**
 * One case of the register: the fold of its timeline, which alone is the record. Every list is bounded, so that the item
 * stays far below 400 KB however long the case runs.
 */
export interface Incident {
  readonly schemaVersion: 1;
  readonly id: string;
  /** One more with every write; 1 for the first. */
  readonly version: number;
  readonly state: CaseState;
  readonly severity: Severity;
  /** The most serious signal of the case; null where a person reported it, or nothing could be judged. */
  readonly signal: string | null;
  /** What a person reported; null where a signal opened the case. */
  readonly reported: ReportType | null;
  readonly subject: Subject;
  readonly openedAt: string;
  /** The earliest that is known; null where nothing tells. */
  readonly happenedAt: string | null;
  /** The earliest instant of discovery: it never moves later. @see 45 CFR 164.404(a)(2) */
  readonly discoveredAt: string;
  /** When the queue took the last signal, however late it was read. */
  readonly lastSignalAt: string;
  readonly updatedAt: string;
  readonly facts: CaseFacts;
  readonly signals: readonly SignalTally[];
  /** Signals beyond those that are told apart. */
  readonly otherSignals: number;
  /** Since when somebody has to answer: the alert, or the one that told that it grew worse. Null for a review. */
  readonly pagedAt: string | null;
  readonly acknowledged: Mark | null;
  readonly escalatedAt: string | null;
  readonly contained: Mark | null;
  readonly assessed: AssessedMark | null;
  /** When the last notice was recorded as sent. */
  readonly notified: Mark | null;
  /** Notices that were sent before people were added: they are owed to those. */
  readonly sendAgain: readonly string[];
  readonly settled: readonly SettledObligation[];
  readonly containment: readonly ContainmentRecord[];
  /** By obligation and due date: the last reminder that was sent, in days before it; -1 for overdue. */
  readonly reminded: Readonly<Record<string, number>>;
  readonly closed: ClosedMark | null;
  /** The case that carries this one on. */
  readonly linkedTo: string | null;
  readonly linkedFrom: readonly string[];
  /** An earlier case of the same fact. */
  readonly relatedTo: string | null;
  /** The newest entry of the timeline. */
  readonly head: ChainHead;
}
