/** A beat goes the way of every event, from the bus to the notifier, and is marked where it arrives. */
export interface Heartbeats {
  /** Puts a beat on the bus. */
  readonly send: (id: string, at: Date) => Promise<void>;
  /** Marks the arrival of a beat that was sent at an instant; an older one never replaces a newer one. */
  readonly arrived: (sentAt: Date) => Promise<void>;
  /** When the newest beat that arrived was sent; undefined before the first. */
  readonly last: () => Promise<Date | undefined>;
}
