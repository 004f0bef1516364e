/** Counts what was taken in by day, verdict and signal, attempts that are ignored included. @see 45 CFR 164.304 "Security incident" */
export interface Counters {
  /** Adds to the count of a day, `YYYY-MM-DD` in UTC. An event that comes again after a crash may count twice. */
  readonly add: (day: string, counts: Readonly<Record<string, number>>) => Promise<void>;
  readonly read: (day: string) => Promise<Readonly<Record<string, number>>>;
}
