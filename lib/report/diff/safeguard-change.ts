import type { Counts, EnvironmentVerdict, SafeguardStatus, Violation } from '../../checks/verdict';

/**
 * Where a safeguard went: `lost` was held and is not, `won` is held and was not; `weakened` and `strengthened` are smaller steps, with or
 * without a change of status; `changed` is neither, such as no longer applicable; `added` and `removed` are rows of the catalogue.
 */
export type Direction = 'lost' | 'weakened' | 'changed' | 'removed' | 'won' | 'strengthened' | 'added';

/** What happened to one safeguard in one environment. */
export interface SafeguardChange {
  readonly citation: string;
  readonly title: string;
  readonly profile: SafeguardStatus['profile'];
  readonly direction: Direction;
  /** Null when the row is new. */
  readonly before: SafeguardStatus['status'] | null;
  /** Null when the row is gone. */
  readonly after: SafeguardStatus['status'] | null;
  /** Why, in words that follow "because", the worst first. */
  readonly reasons: readonly string[];
}

/** Something that was counted or decided twice. */
interface BeforeAndAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What happened in an environment that both verdicts judged. */
export interface EnvironmentDiff {
  readonly environment: string | null;
  readonly verdict: BeforeAndAfter<EnvironmentVerdict['verdict']>;
  readonly counts: BeforeAndAfter<Counts>;
  /** Losses first, then in the order of the catalogue. */
  readonly changes: readonly SafeguardChange[];
  readonly opened: readonly Violation[];
  readonly closed: readonly Violation[];
  /** Opened, and named by no change of a safeguard: a reviewer must see them all the same. */
  readonly unexplained: readonly Violation[];
}

/** What was lost and won from one verdict to another. */
export interface VerdictDiff {
  /** The dates of both verdicts, `YYYY-MM-DD`. */
  readonly asOf: BeforeAndAfter<string>;
  readonly environments: readonly EnvironmentDiff[];
  /** Judged only by the later verdict. */
  readonly added: readonly (string | null)[];
  /** Judged only by the earlier verdict: nothing is said of them. */
  readonly notJudged: readonly (string | null)[];
}
