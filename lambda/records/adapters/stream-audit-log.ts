import { appendRecord } from '../../shared/audit-chain/append-record';
import { canonicalJson } from '../../shared/audit-chain/canonical-json';
import type { JsonObject } from '../../shared/audit-chain/json-value';
import type { ChainHead } from '../../shared/audit-chain/record';
import type { Clock } from '../../shared/clock';
import type { HeadSigner } from '../../shared/head-signing/head-signer';
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
  /** Signs how far the chain has got, so that its end cannot be cut off unseen. */
  readonly signer: HeadSigner;
  /** Where signed heads go, apart from the records. */
  readonly deliverHeads: DeliverLines;
  readonly clock: Clock;
  /** Waits before the next attempt; so many attempts there are, and one more. @default 50, 150 and 400 ms */
  readonly pausesMs?: readonly number[];
  /** Waits so many ms. @default by a timer */
  readonly pause?: (ms: number) => Promise<void>;
}

interface Line {
  readonly line: string;
}

interface Waiting extends Line {
  readonly head: ChainHead;
  readonly bytes: number;
  readonly done: (durable: boolean) => void;
}

const PAUSES_MS = [50, 150, 400] as const;

/** What one call of Firehose takes, with room for what surrounds it. */
const LARGEST_BATCH = { lines: 500, bytes: 3_500_000 } as const;

/** Records that the stream has not taken yet; more of them are refused. */
const MOST_WAITING = 5_000;

/**
 * Chains the events of one process and resolves each when the stream has it and a signed head that vouches for it. Many that come
 * at the same time share a call and a signature.
 *
 * What the stream did not take stays in the chain and goes first next time, though its request was refused: so the chain has
 * neither holes nor forks, and at most records of accesses that then did not happen.
 *
 * @see 45 CFR 164.312(b), 164.312(c)(1), 164.312(c)(2)
 */
export class StreamAuditLog implements AuditLog {
  readonly #props: StreamAuditLogProps;
  #head: ChainHead | undefined;
  #waiting: Waiting[] = [];
  #sending = false;

  constructor(props: StreamAuditLogProps) {
    this.#props = props;
  }

  append(event: AuditEvent): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= MOST_WAITING) {
        reject(new Error('the stream must take records before there are more'));
        return;
      }
      const { chain } = this.#props;
      const { line, head } = appendRecord(this.#head, { chain, at: this.#now(), body: bodyOf(event) });
      this.#head = head;
      const done = (durable: boolean) =>
        durable ? resolve() : reject(new Error('the stream must take the record'));
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
      const { left, durable } = await this.#send(batch);
      for (const { done } of batch) done(durable);
      this.#waiting = [...left, ...this.#waiting.slice(batch.length)];
      if (!durable) {
        // Something is out of order: whoever waits hears it now, and the next append tries again.
        for (const { done } of this.#waiting) done(false);
        break;
      }
    }
    this.#sending = false;
  }

  /** Records behind one that the stream did not take prove nothing, nor do those that nobody signed for: the batch is durable as a whole. */
  async #send(
    batch: readonly Waiting[],
  ): Promise<{ readonly left: readonly Waiting[]; readonly durable: boolean }> {
    const [left, signed] = await Promise.all([
      this.#deliver(this.#props.deliver, batch),
      this.#sign(batch.at(-1)?.head),
    ]);
    // The head follows the records: none that is in the archive waits for records that are not.
    if (left.length > 0 || signed === undefined) return { left, durable: false };
    return { left, durable: (await this.#deliver(this.#props.deliverHeads, [signed])).length === 0 };
  }

  async #sign(head: ChainHead | undefined): Promise<Line | undefined> {
    if (head === undefined) return undefined;
    try {
      const signed = await this.#props.signer.sign(head, this.#now());
      return { line: `${canonicalJson({ ...signed })}\n` };
    } catch {
      return undefined;
    }
  }

  /** What the stream did not take after the last attempt. */
  async #deliver<T extends Line>(deliver: DeliverLines, lines: readonly T[]): Promise<readonly T[]> {
    const { pausesMs = PAUSES_MS, pause = sleep } = this.#props;
    let left = lines;
    for (const ms of [...pausesMs, undefined]) {
      const taken = await deliver(left.map(({ line }) => line)).catch(() => []);
      left = left.filter((_, index) => taken[index] !== true);
      if (left.length === 0 || ms === undefined) break;
      await pause(ms);
    }
    return left;
  }

  #now(): string {
    return this.#props.clock.now().toISOString();
  }
}

function firstBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  let bytes = 0;
  const end = waiting.findIndex((record, index) => {
    bytes += record.bytes;
    return index >= LARGEST_BATCH.lines || (index > 0 && bytes > LARGEST_BATCH.bytes);
  });
  // A copy: more are added while these are on their way.
  return waiting.slice(0, end < 0 ? waiting.length : end);
}

function bodyOf(event: AuditEvent): JsonObject {
  const { patientTokens, categories, ...rest } = event;
  return { ...rest, patientTokens: [...patientTokens], categories: [...categories] };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
