/**
 * What a probe says: `ok` nothing to do; `attention` worth knowing before the deployment; `blocks` the deployment would
 * fail; `unknown` it could not look.
 */
export type FindingStatus = 'ok' | 'attention' | 'blocks' | 'unknown';

/** The value that a field of the configuration should have in this account. */
export interface Setting {
  /** Like `['singletons', 'guardDuty']`. */
  readonly path: readonly string[];
  readonly value: string | readonly string[];
}

/** One thing that was found in an account, in a sentence. */
export interface Finding {
  readonly status: FindingStatus;
  readonly text: string;
  /** What to do about it. @default nothing */
  readonly fix?: string;
  /** What the configuration that fits says. @default nothing follows */
  readonly setting?: Setting;
  /** The region in which nothing else can be looked at. @default none */
  readonly closesRegion?: string;
}
