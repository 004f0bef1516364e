import type { Link } from './chain-progress';
import { copyOf } from './copy-of';

/** A record with the line that it stood on, from 1. */
export interface HeldRecord extends Link {
  readonly line: number;
}

/**
 * Holds back records that came before their turn and remembers the newest ones, so that what a stream delivered out of order
 * or twice can be told from what someone removed or added. Holds at most `window` of each kind.
 */
export class LateRecords {
  readonly window: number;
  readonly #held = new Map<string, HeldRecord>();
  readonly #recent = new Map<string, string>();
  /** The keys of `#recent` in a ring: a Map gets slow when its oldest entry is removed again and again. */
  readonly #ring: string[] = [];
  #ringAt = 0;

  public constructor(window: number) {
    this.window = window;
  }

  /** Keeps a record until its turn. Returns the one that has waited longest where there is no room for both. */
  public hold(record: HeldRecord): HeldRecord | undefined {
    this.#held.set(keyOf(record), { ...record, chain: copyOf(record.chain), prev: copyOf(record.prev) });
    if (this.#held.size <= this.window) return undefined;
    return this.#shift();
  }

  /** Gives the record back whose turn it is, if it came already. */
  public release(chain: string, seq: number): HeldRecord | undefined {
    if (this.#held.size === 0) return undefined;
    const key = keyOf({ chain, seq });
    const record = this.#held.get(key);
    this.#held.delete(key);
    return record;
  }

  /** Gives back what still waits, those that came first first. */
  public *rest(): Generator<HeldRecord> {
    yield* this.#held.values();
    this.#held.clear();
  }

  /** Remembers a record that had its turn. */
  public remember(record: Link): void {
    if (this.window === 0) return;
    const key = keyOf(record);
    const oldest = this.#ring[this.#ringAt];
    if (oldest !== undefined) this.#recent.delete(oldest);
    this.#ring[this.#ringAt] = key;
    this.#ringAt = (this.#ringAt + 1) % this.window;
    this.#recent.set(key, record.hash);
  }

  /** Whether this is, byte by byte, a record that came already: equal hashes mean equal content. */
  public knows(record: Link): boolean {
    const key = keyOf(record);
    return (this.#recent.get(key) ?? this.#held.get(key)?.hash) === record.hash;
  }

  /** Whether a record with this number waits. */
  public holds(record: Link): boolean {
    return this.#held.has(keyOf(record));
  }

  #shift(): HeldRecord | undefined {
    for (const [key, record] of this.#held) {
      this.#held.delete(key);
      return record;
    }
    return undefined;
  }
}

function keyOf({ chain, seq }: Pick<Link, 'chain' | 'seq'>): string {
  return `${chain}#${seq}`;
}
