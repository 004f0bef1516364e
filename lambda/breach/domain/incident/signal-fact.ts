import type { Severity } from '../triage/verdict';
import type { Subject } from './subject';

/** What is kept of an event that was judged: nothing that anybody wrote. */
export type SignalFact = {
  /** The event's own id, or `sha256:` and the hash of what came. */
  readonly eventId: string;
  readonly verdict: 'incident' | 'review';
  /** A signal of triage, or `malformed-event`. */
  readonly signal: string;
  readonly severity: Severity;
  readonly reasons: readonly string[];
  readonly citations: readonly string[];
  readonly subject: Pick<Subject, keyof Subject>;
  /** Instant in UTC with milliseconds; null where the event does not tell. */
  readonly happenedAt: string | null;
};

/** What cannot be judged: kept by its hash, and looked at by a person. */
export const MALFORMED_SIGNAL = 'malformed-event';
