import type { AlertChannel } from './outbox-message';

/**
 * An alert as it is published, in one call: `subject` has at most 100 printable ASCII characters, `message` is the JSON of
 * an SNS message with a text for each protocol (`MessageStructure: 'json'`), below 256 KB.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export interface Alert {
  /** That of its outbox message. */
  readonly id: string;
  readonly channel: AlertChannel;
  readonly subject: string;
  readonly message: string;
}
