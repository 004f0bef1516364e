import type { CallCase } from '../events';

/** What a signal does and does not fire on. */
export interface SignalCases {
  readonly signal: string;
  /** Incidents under this signal. */
  readonly incidents?: readonly CallCase[];
  /** Reviews under this signal. */
  readonly reviews?: readonly CallCase[];
  /** Near misses that tighten or are ordinary: ignored. */
  readonly ignored?: readonly CallCase[];
}
