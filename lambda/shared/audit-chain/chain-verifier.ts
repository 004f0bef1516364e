import { BreakList } from './break-list';
import { ChainProgress, type ChainSummary } from './chain-progress';
import type { ChainReport } from './chain-report';
import { copyOf } from './copy-of';
import { type HeldRecord, LateRecords } from './late-records';
import type { ChainProblem } from './problem';
import { checkLine, type LineProblem } from './read-line';
import type { SignedHead } from './signed-head';

/** The most chains that one export may hold. Each takes some 500 bytes until the end; a service may begin hundreds a day. */
const MAX_CHAINS = 1_000_000;

/** An export holds more chains than there is memory for. */
export class TooManyChainsError extends RangeError {
  public override readonly name = 'TooManyChainsError';
}

/** How an export is judged. */
export interface VerifierOptions {
  /**
   * Signed heads, their signatures verified.
   * @default none: a missing end cannot be seen
   */
  readonly heads?: readonly SignedHead[];
  /**
   * How many records may wait for one that comes late, and how many records later a second copy of one may come.
   * @default 0: every record stands in its place, once
   */
  readonly window?: number;
  /**
   * Whether a chain may begin behind the first of its heads: for an export of a later period.
   * @default false
   */
  readonly continues?: boolean;
  /**
   * The most chains that the export may hold: each takes memory until the end.
   * @default 1,000,000
   */
  readonly maxChains?: number;
}

/**
 * Verifies an export line by line, in memory that depends on the number of chains and not on that of records. Finds every record
 * that was edited, deleted, inserted, moved or doubled; with signed heads also what is missing at the end.
 *
 * @see 45 CFR 164.312(c)(2)
 */
export class ChainVerifier {
  readonly #heads: ReadonlyMap<string, readonly SignedHead[]>;
  readonly #continues: boolean;
  readonly #late: LateRecords;
  readonly #maxChains: number;
  readonly #chains = new Map<string, ChainProgress | 'broken'>();
  readonly #breaks = new BreakList();
  #lines = 0;
  #records = 0;
  #redelivered = 0;
  #reordered = 0;
  #unverified = 0;
  #firstAt: string | null = null;
  #lastAt: string | null = null;

  public constructor({
    heads = [],
    window = 0,
    continues = false,
    maxChains = MAX_CHAINS,
  }: VerifierOptions = {}) {
    this.#heads = headsByChain(heads);
    this.#continues = continues;
    this.#late = new LateRecords(window);
    this.#maxChains = maxChains;
  }

  /** Lines so far. */
  public get lines(): number {
    return this.#lines;
  }

  /** Takes one line in, without its end. @throws TooManyChainsError when there are more than `maxChains` chains */
  public add(line: string): void {
    const reading = checkLine(line);
    if ('problem' in reading) {
      this.addBroken(reading);
      return;
    }
    this.#lines += 1;
    const { chain, seq, prev, hash, at } = reading;
    if (this.#firstAt === null || at < this.#firstAt) this.#firstAt = at;
    if (this.#lastAt === null || at > this.#lastAt) this.#lastAt = at;
    const progress = this.#progressOf(chain);
    if (progress === 'broken') this.#unverified += 1;
    else this.#takeInTurn(progress, { chain, seq, prev, hash, line: this.#lines });
  }

  /** Takes in a line that is known to be broken. */
  public addBroken({ problem, chain, seq }: LineProblem): void {
    this.#lines += 1;
    if (chain !== null && this.#chains.get(chain) === 'broken') this.#unverified += 1;
    else this.#break({ chain, seq, line: this.#lines }, problem, null);
  }

  /** What is known at the end of the export. Call it once. */
  public finish(): ChainReport {
    for (const record of this.#late.rest()) this.#breakWaiting(record);
    for (const chain of this.#heads.keys()) this.#requireHeads(chain);
    const chains: ChainSummary[] = [];
    for (const progress of this.#chains.values()) {
      const summary = progress === 'broken' ? undefined : progress.summary;
      if (summary !== undefined) chains.push(summary);
    }
    return {
      lines: this.#lines,
      records: this.#records,
      redelivered: this.#redelivered,
      reordered: this.#reordered,
      unverified: this.#unverified,
      firstAt: this.#firstAt,
      lastAt: this.#lastAt,
      breaks: this.#breaks.list(),
      breakCount: this.#breaks.count,
      chains,
    };
  }

  #progressOf(chain: string): ChainProgress | 'broken' {
    const known = this.#chains.get(chain);
    if (known !== undefined) return known;
    if (this.#chains.size === this.#maxChains) {
      throw new TooManyChainsError(`an export must hold at most ${this.#maxChains} chains`);
    }
    const progress = new ChainProgress(this.#heads.get(chain) ?? [], this.#continues);
    this.#chains.set(copyOf(chain), progress);
    return progress;
  }

  #takeInTurn(progress: ChainProgress, record: HeldRecord): void {
    if (this.#late.window === 0) {
      this.#take(progress, record);
    } else if (this.#late.knows(record)) {
      this.#redelivered += 1;
    } else if (record.seq > progress.nextSeq && !progress.isNext(record.seq)) {
      this.#wait(progress, record);
    } else if (this.#take(progress, record)) {
      let next = this.#late.release(record.chain, progress.nextSeq);
      while (next !== undefined && this.#take(progress, next)) {
        this.#reordered += 1;
        next = this.#late.release(record.chain, progress.nextSeq);
      }
    }
  }

  #wait(progress: ChainProgress, record: HeldRecord): void {
    if (this.#late.holds(record)) {
      // Another one: an exact copy would have been known.
      this.#break(record, 'repeated', progress.nextSeq);
      return;
    }
    const overdue = this.#late.hold(record);
    if (overdue !== undefined) this.#breakWaiting(overdue);
  }

  /** Whether the record is the next one of its chain. */
  #take(progress: ChainProgress, record: HeldRecord): boolean {
    const expectedSeq = progress.nextSeq;
    const problem = progress.take(record);
    if (problem === undefined) {
      this.#records += 1;
      this.#late.remember(record);
      return true;
    }
    const outOfOrder = problem === 'beginning-missing' || problem === 'gap' || problem === 'repeated';
    this.#break(record, problem, outOfOrder ? expectedSeq : null);
    return false;
  }

  /** A record whose turn never came. */
  #breakWaiting(record: HeldRecord): void {
    const progress = this.#progressOf(record.chain);
    if (progress === 'broken') this.#unverified += 1;
    else this.#break(record, progress.summary === undefined ? 'beginning-missing' : 'gap', progress.nextSeq);
  }

  #requireHeads(chain: string): void {
    const progress = this.#chains.get(chain) ?? new ChainProgress(this.#heads.get(chain) ?? [], false);
    if (progress === 'broken' || progress.awaitedHead === undefined) return;
    const problem = progress.summary === undefined ? 'chain-missing' : 'end-missing';
    this.#break({ chain, seq: progress.awaitedHead, line: null }, problem, progress.nextSeq);
  }

  #break(
    { chain, seq, line }: Pick<LineProblem, 'chain' | 'seq'> & { readonly line: number | null },
    problem: ChainProblem,
    expectedSeq: number | null,
  ): void {
    const known = chain === null ? null : copyOf(chain);
    if (known !== null && (this.#chains.has(known) || this.#chains.size < this.#maxChains)) {
      this.#chains.set(known, 'broken');
    }
    this.#breaks.add({ line, chain: known, seq, problem, expectedSeq });
  }
}

/** The heads of each chain in order of their numbers. Node 20, which the command line runs on too, has no `Map.groupBy`. */
function headsByChain(heads: readonly SignedHead[]): ReadonlyMap<string, readonly SignedHead[]> {
  const byChain = new Map<string, SignedHead[]>();
  for (const head of heads.toSorted((a, b) => a.seq - b.seq)) {
    const known = byChain.get(head.chain);
    if (known === undefined) byChain.set(head.chain, [head]);
    else known.push(head);
  }
  return byChain;
}
