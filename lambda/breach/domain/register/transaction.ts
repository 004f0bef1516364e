import type { OutboxMessage } from '../alerts/outbox-message';
import type { Incident } from '../incident/incident';
import type { TimelineEntry } from './timeline-entry';

/** One case in a transaction: its new state and the entries that led there. */
export interface CaseWrite {
  readonly incident: Incident;
  /** The version that was read; 0 for a new case. Anything else in the register is a conflict. */
  readonly expectedVersion: number;
  readonly entries: readonly TimelineEntry[];
}

/** That an event was taken in. The key must be new: an event that comes again changes nothing. */
export interface SeenEvent {
  readonly key: string;
  readonly incidentId: string;
  /** Seconds since 1970 after which the item may go. */
  readonly expiresAt: number;
}

/** That signals with this key belong to a case. */
export interface RelationClaim {
  readonly key: string;
  readonly incidentId: string;
  /** The case that the key pointed to when it was read; null for none. Anything else is a conflict. */
  readonly expected: string | null;
}

/**
 * What is written together or not at all. No two parts touch the same item, and there are at most 100 of them: one for each
 * case, entry, seen event, relation, message and mark of delivery.
 */
export interface RegisterTransaction {
  readonly cases: readonly CaseWrite[];
  readonly seen: readonly SeenEvent[];
  readonly relations: readonly RelationClaim[];
  readonly outbox: readonly OutboxMessage[];
  /** A message that is marked as delivered; it must be in the outbox. */
  readonly delivered: Delivery | null;
}

/** That a message was handed over, and under which id the other side took it. */
export interface Delivery {
  readonly messageId: string;
  readonly receipt: string;
  readonly at: string;
}

/** `seen`: one of the events was taken in before, or the message is delivered already. `conflict`: somebody else wrote first; read again and decide anew. */
export type RecordOutcome = 'recorded' | 'seen' | 'conflict';
