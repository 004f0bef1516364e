import type { Incident } from '../domain/incident/incident';
import type { IncidentQuery, Page } from '../domain/register/incident-query';
import type { TimelineEntry } from '../domain/register/timeline-entry';
import type { RecordOutcome, RegisterTransaction } from '../domain/register/transaction';

/**
 * The incident register. Reads by id and key are strongly consistent; lists may lag behind.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export interface IncidentStore {
  /**
   * Writes everything or nothing. Conditions that fail are an outcome; a call that fails or of which nobody knows the end
   * throws, and may be repeated: a second time it gives `seen` or `conflict`. Of several conditions that fail, `seen` wins.
   */
  readonly record: (transaction: RegisterTransaction) => Promise<RecordOutcome>;
  readonly get: (id: string) => Promise<Incident | undefined>;
  /** The case that a relation key points to. */
  readonly related: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Whether an event was taken in before. */
  readonly hasSeen: (key: string) => Promise<boolean>;
  readonly list: (query: IncidentQuery) => Promise<Page<Incident>>;
  /** Entries in the order of the chain, from `fromSeq` on. */
  readonly timeline: (id: string, fromSeq: number, limit: number) => Promise<Page<TimelineEntry>>;
}
