import type { ChainSummary } from './chain-progress';
import type { ChainProblem } from './problem';

/** Where and why a chain does not hold. */
export interface Break {
  /** The line, from 1, over all files; null where no line is wrong, but lines are missing at the end. */
  readonly line: number | null;
  /** Null where the line does not tell. */
  readonly chain: string | null;
  /** The number of the record or of the signed head; null where the line does not tell. */
  readonly seq: number | null;
  readonly problem: ChainProblem;
  /** The number that the next record of the chain should have had; null where its number is not the problem. */
  readonly expectedSeq: number | null;
}

/** What is known of an export at its end. */
export interface ChainReport {
  readonly lines: number;
  /** Records that hold, each counted once. */
  readonly records: number;
  /** Second copies that were delivered within the window. */
  readonly redelivered: number;
  /** Records that waited for their turn within the window. */
  readonly reordered: number;
  /** Records behind the break of their chain: they prove nothing. */
  readonly unverified: number;
  /** The earliest instant that a record names. */
  readonly firstAt: string | null;
  /** The latest instant that a record names. */
  readonly lastAt: string | null;
  /** The breaks with the lowest lines, at most `MAX_BREAKS`; each chain counts once, with its first. Empty where the export holds. */
  readonly breaks: readonly Break[];
  /** How many breaks there are in all. */
  readonly breakCount: number;
  /** The chains that hold, in the order in which they appear. */
  readonly chains: readonly ChainSummary[];
}
