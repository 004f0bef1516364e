/** The present, as something that is passed in: tests drive it, nothing waits for it. */
export interface Clock {
  /** The present instant. */
  readonly now: () => Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
