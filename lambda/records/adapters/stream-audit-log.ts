import { appendRecord } from '../../shared/audit-chain/append-record';
import type { JsonObject } from '../../shared/audit-chain/json-value';
import type { ChainHead } from '../../shared/audit-chain/record';
import type { Clock } from '../../shared/clock';
import type { AuditEvent } from '../domain/audit/audit-event';
import type { AuditLog } from '../ports/audit-log';

/**
 * Hands lines to the stream, in their order.
 * @returns for each line whether the stream has it; one that it may have counts as one that it has not
 */
export type DeliverLines = (lines: readonly string[]) => Promise<readonly boolean[]>;

export interface StreamAuditLogProps {
  /** Names this process's chain; no other process may have the same. */
  readonly chain: string;
  readonly deliver: DeliverLines;
  readonly clock: Clock;
  /**
   * Signs a head and stores the signature; once a while, so that the end of the chain cannot be cut off unseen.
   * @default nothing is signed
   */
  readonly seal?: (head: ChainHead) => Promise<void>;
  /** Waits before the next attempt; so many attempts there are, and one more. @default 50, 150 and 400 ms */
  readonly pausesMs?: readonly number[];
  /** Waits so many ms. @default by a timer */
  readonly pause?: (ms: number) => Promise<void>;
}

interface Waiting {
  readonly line: string;
  readonly head: ChainHead;
  readonly bytes: number;
  readonly done: (delivered: boolean) => void;
}

const PAUSES_MS = [50, 150, 400] as const;

/** What one call of Firehose takes, with room for what surrounds it. */
const LARGEST_BATCH = { lines: 500, bytes: 3_500_000 } as const;

/** How long the newest records may be without a signature; after a failure it is tried again sooner. */
const SEAL_EVERY_MS = 5 * 60_000;
const SEAL_AGAIN_MS = 30_000;

/** Records that the stream has not taken yet; more of them are refused. */
const MOST_WAITING = 5_000;

/**
 * Chains the events of one process and resolves each when the stream has it. Many that come at the same time share a call.
 *
 * What the stream did not take stays in the chain and goes first next time, though its request was refused: so the chain has
 * neither holes nor forks, and at most records of accesses that then did not happen.
 *
 * @see 45 CFR 164.312(b), 164.312(c)(1)
 */
export class StreamAuditLog implements AuditLog {
  readonly #props: StreamAuditLogProps;
  #head: ChainHead | undefined;
  #waiting: Waiting[] = [];
  #sending = false;
  #sealing = Promise.resolve();
  #sealDueAtMs = 0;

  constructor(props: StreamAuditLogProps) {
    this.#props = props;
  }

  async append(event: AuditEvent): Promise<void> {
    await this.#deliver(event);
    // A function is stopped between two requests: what is not signed by now may never be.
    await this.#sealing;
  }

  #deliver(event: AuditEvent): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= MOST_WAITING) {
        reject(new Error('the stream must take records before there are more'));
        return;
      }
      const { chain, clock } = this.#props;
      const { line, head } = appendRecord(this.#head, {
        chain,
        at: clock.now().toISOString(),
        body: bodyOf(event),
      });
      this.#head = head;
      const done = (delivered: boolean) =>
        delivered ? resolve() : reject(new Error('the stream must take the record'));
      this.#waiting.push({ head, line: `${line}\n`, bytes: Buffer.byteLength(line) + 1, done });
      if (!this.#sending) {
        this.#sending = true;
        // Whatever else this turn of the loop appends goes along.
        setImmediate(() => void this.#sendAll());
      }
    });
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = firstBatch(this.#waiting);
      const left = await this.#send(batch);
      this.#waiting = [...left, ...this.#waiting.slice(batch.length)];
      if (left.length > 0) {
        // The stream is out of order: whoever waits hears it now, and the next append tries again.
        for (const { done } of this.#waiting) done(false);
        break;
      }
    }
    this.#sending = false;
  }

  /** What the stream did not take after the last attempt. */
  async #send(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    const { deliver, pausesMs = PAUSES_MS, pause = sleep } = this.#props;
    let left = batch;
    for (const ms of [...pausesMs, undefined]) {
      const taken = await deliver(left.map(({ line }) => line)).catch(() => []);
      const before = left;
      left = before.filter((_, index) => taken[index] !== true);
      if (left.length === 0) this.#sealIfDue(batch.at(-1)?.head);
      for (const [index, { done }] of before.entries()) if (taken[index] === true) done(true);
      if (left.length === 0 || ms === undefined) break;
      await pause(ms);
    }
    return left;
  }

  /** The stream has all records up to this head. A failure is no reason to refuse anybody: the records themselves are safe. */
  #sealIfDue(head: ChainHead | undefined): void {
    const { seal, clock } = this.#props;
    const now = clock.now().getTime();
    if (seal === undefined || head === undefined || now < this.#sealDueAtMs) return;
    this.#sealDueAtMs = now + SEAL_AGAIN_MS;
    this.#sealing = seal(head).then(
      () => {
        this.#sealDueAtMs = now + SEAL_EVERY_MS;
      },
      () => undefined,
    );
  }
}

function firstBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  let bytes = 0;
  const end = waiting.findIndex((record, index) => {
    bytes += record.bytes;
    return index >= LARGEST_BATCH.lines || (index > 0 && bytes > LARGEST_BATCH.bytes);
  });
  return end < 0 ? waiting : waiting.slice(0, end);
}

function bodyOf(event: AuditEvent): JsonObject {
  const { patientTokens, categories, ...rest } = event;
  return { ...rest, patientTokens: [...patientTokens], categories: [...categories] };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
