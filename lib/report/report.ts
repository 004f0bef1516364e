import type { Verdict } from '../checks/verdict';
import type { VerdictDiff } from './diff/safeguard-change';

/** What a report is written from. */
export interface Report {
  readonly verdict: Verdict;
  /** What is not yet a violation, a line each. */
  readonly notices: readonly string[];
  /** Our own version. */
  readonly toolVersion: string;
  /** What changed since an earlier verdict; null when there is none to compare with. */
  readonly diff: VerdictDiff | null;
}
