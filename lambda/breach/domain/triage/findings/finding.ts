import type { AccountBook } from '../event/accounts';
import type { Envelope } from '../event/envelope';
import type { JsonObject } from '../event/json';
import type { SignalRow } from '../judgement';
import type { Estate } from '../options';

/** One finding of a service, with the event that it came in. */
export interface Finding {
  readonly kind: 'finding';
  readonly detail: JsonObject;
  readonly envelope: Envelope;
  readonly accounts: AccountBook;
  readonly estate: Estate;
}

/** A service that sends findings, and the signals in them. */
export interface FindingSource {
  /** The sources of its events, in lower case. */
  readonly sources: readonly string[];
  /** The findings of one event: mostly the detail itself. */
  readonly split: (detail: JsonObject) => readonly JsonObject[];
  /** The id that the service gives the finding; the same for its updates. */
  readonly idOf: (detail: JsonObject) => string | undefined;
  readonly rows: readonly SignalRow<Finding>[];
}

/** The event is one finding. */
export function single(detail: JsonObject): readonly JsonObject[] {
  return [detail];
}
