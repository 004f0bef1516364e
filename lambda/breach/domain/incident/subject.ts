/**
 * Who and what a signal is about, as typed references: names are tokens unless they were known at synth. No text that
 * somebody chose.
 */
export interface Subject {
  /** 12 digits. */
  readonly account: string | null;
  readonly region: string | null;
  readonly resource: string | null;
  readonly actor: string | null;
  /** CloudTrail's id of the call, a UUID: the record with the names is found under it, in the account. */
  readonly eventId: string | null;
}

/** Nothing is known. */
export const NO_SUBJECT: Subject = {
  account: null,
  region: null,
  resource: null,
  actor: null,
  eventId: null,
};
