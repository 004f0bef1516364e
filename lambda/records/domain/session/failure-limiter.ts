/** How many failures of one source are borne in how long. */
export interface FailureLimits {
  readonly failures: number;
  readonly windowMs: number;
  /** How many sources are remembered; past it the oldest are forgotten. */
  readonly sources: number;
}

const SIGN_IN_LIMITS: FailureLimits = { failures: 10, windowMs: 15 * 60_000, sources: 10_000 };

/** Counts failures by source in a window that starts with the first; a bounded memory. */
export class FailureLimiter {
  readonly #limits: FailureLimits;
  readonly #counts = new Map<string, { since: number; failures: number }>();

  constructor(limits: FailureLimits = SIGN_IN_LIMITS) {
    this.#limits = limits;
  }

  /** Whether the source failed too often to be heard now. */
  isBlocked(source: string, now: Date): boolean {
    const count = this.#current(source, now);
    return count !== undefined && count.failures >= this.#limits.failures;
  }

  /** Remembers a failure. */
  fail(source: string, now: Date): void {
    const count = this.#current(source, now) ?? { since: now.getTime(), failures: 0 };
    count.failures += 1;
    this.#counts.set(source, count);
    if (this.#counts.size > this.#limits.sources) {
      const [oldest] = this.#counts.keys();
      if (oldest !== undefined) this.#counts.delete(oldest);
    }
  }

  #current(source: string, now: Date): { since: number; failures: number } | undefined {
    const count = this.#counts.get(source);
    if (count !== undefined && now.getTime() - count.since >= this.#limits.windowMs) {
      this.#counts.delete(source);
      return undefined;
    }
    return count;
  }
}
