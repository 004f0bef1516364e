import type { OutboxMessage } from '../domain/alerts/outbox-message';
import type { Delivery } from '../domain/register/transaction';

/**
 * Whether a message may be sent now. `taken`: nobody tried before. `retaken`: somebody did and never said how it ended, so
 * it may go out a second time. `held`: somebody is at it. `delivered`: it is done. `unknown`: there is no such message.
 */
export type Claim = 'taken' | 'retaken' | 'held' | 'delivered' | 'unknown';

/** What has to be told and whether it was: the ledger that keeps an incident from being published twice. */
export interface Outbox {
  /** Takes a message for `leaseMs` milliseconds from `now`, in one conditional write. */
  readonly claim: (messageId: string, now: Date, leaseMs: number) => Promise<Claim>;
  /** Gives a claimed message back that was certainly not sent. */
  readonly release: (messageId: string) => Promise<void>;
  /** Marks a message of no case as delivered; those of a case are marked in the register's transaction. */
  readonly confirm: (delivery: Delivery) => Promise<void>;
  /**
   * Puts messages in, together with marks that must all be new: false, and nothing written, where one exists. The same
   * marks never bring the same messages twice.
   */
  readonly enqueueOnce: (
    marks: readonly string[],
    messages: readonly OutboxMessage[],
    now: Date,
  ) => Promise<boolean>;
  /** Undelivered messages that are older than an instant, the oldest first. */
  readonly undelivered: (olderThan: Date, limit: number) => Promise<readonly OutboxMessage[]>;
}
