import { copyOf } from './copy-of';
import type { ChainProblem } from './problem';
import type { AuditRecord } from './record';
import type { SignedHead } from './signed-head';
import { linkProblem } from './verify-record';

/** How far one chain of an export holds. */
export interface ChainSummary {
  readonly chain: string;
  /** The number of its first record: 0, unless it goes on from a signed head. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** `hash` of its last record. */
  readonly lastHash: string;
  /** The newest record that a signed head vouches for, and so for all before it; null where there is none. */
  readonly signedThrough: number | null;
}

/** What places a record in its chain. */
export type Link = Pick<AuditRecord, 'chain' | 'seq' | 'prev' | 'hash'>;

/** Follows one chain, record by record; holds no record. */
export class ChainProgress {
  readonly #heads: readonly SignedHead[];
  readonly #continues: boolean;
  #nextHead = 0;
  #signedThrough: number | null = null;
  #firstSeq = 0;
  #head: { readonly chain: string; seq: number; hash: string } | undefined;

  /**
   * @param heads signed heads of this chain, in order of `seq`, their signatures verified
   * @param continues whether the chain may begin behind the first of them
   */
  public constructor(heads: readonly SignedHead[], continues: boolean) {
    this.#heads = heads;
    this.#continues = continues;
  }

  /** The number that the next record has. */
  public get nextSeq(): number {
    return this.#head === undefined ? 0 : this.#head.seq + 1;
  }

  /** The number of the first signed head that no record has met; undefined where all were met. */
  public get awaitedHead(): number | undefined {
    return this.#heads[this.#nextHead]?.seq;
  }

  /** Undefined as long as there is no record. */
  public get summary(): ChainSummary | undefined {
    if (this.#head === undefined) return undefined;
    const { chain, seq, hash } = this.#head;
    return {
      chain,
      firstSeq: this.#firstSeq,
      lastSeq: seq,
      lastHash: hash,
      signedThrough: this.#signedThrough,
    };
  }

  /** Whether it is the turn of the record with this number. */
  public isNext(seq: number): boolean {
    return seq === this.nextSeq || this.#resumesAt(seq) !== undefined;
  }

  /** Takes the next record in, or says why it cannot be that. */
  public take(record: Link): ChainProblem | undefined {
    const resumed = this.#resumesAt(record.seq);
    const problem = linkProblem(resumed ?? this.#head, record);
    if (problem !== undefined) return problem;
    if (resumed !== undefined) {
      this.#nextHead = 1;
      this.#signedThrough = resumed.seq;
    }
    if (this.#head === undefined) {
      this.#firstSeq = record.seq;
      this.#head = { chain: copyOf(record.chain), seq: record.seq, hash: record.hash };
    } else {
      this.#head.seq = record.seq;
      this.#head.hash = record.hash;
    }
    return this.#meetHeads(record);
  }

  #resumesAt(seq: number): SignedHead | undefined {
    const [first] = this.#heads;
    return this.#continues && this.#head === undefined && first?.seq === seq - 1 ? first : undefined;
  }

  #meetHeads({ seq, hash }: Link): ChainProblem | undefined {
    for (let head = this.#heads[this.#nextHead]; head?.seq === seq; head = this.#heads[this.#nextHead]) {
      if (head.hash !== hash) return 'head-mismatch';
      this.#nextHead += 1;
      this.#signedThrough = seq;
    }
    return undefined;
  }
}
