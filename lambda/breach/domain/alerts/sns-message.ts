import type { JsonObject } from '../../../shared/audit-chain/json-value';
import type { Alert } from './alert';
import type { OutboxMessage } from './outbox-message';
import { type RenderedAlert, subjectLine } from './rendered-alert';

/** What SNS takes in one publish, in bytes of UTF-8. */
const MAX_BYTES = 256 * 1024;

/** The longest text of one protocol, in UTF-16 units; two of them stay far below the limit of all. */
const MAX_TEXT = 16 * 1024;

/**
 * An alert for one publish: text in e-mail, the subject in text messages, JSON everywhere else.
 *
 * @throws RangeError when it is larger than SNS takes, which no alert is that is rendered here
 */
export function alertOf(message: Pick<OutboxMessage, 'id' | 'channel'>, rendered: RenderedAlert): Alert {
  const subject = subjectLine(rendered.subject);
  const text = JSON.stringify({
    default: machineText(rendered.json),
    email: cut(rendered.text),
    sms: subject,
  });
  const bytes = Buffer.byteLength(text);
  if (bytes >= MAX_BYTES) {
    throw new RangeError(`an alert must have fewer than ${MAX_BYTES} bytes, got: ${bytes}`);
  }
  return { id: message.id, channel: message.channel, subject, message: text };
}

/** A machine gets whole JSON or none: what is too long says so, and names what it was about. */
function machineText(json: JsonObject): string {
  const text = JSON.stringify(json);
  if (text.length <= MAX_TEXT) {
    return text;
  }
  const { schemaVersion = 1, kind = null, alertId = null, incidentId = null, severity = null } = json;
  return JSON.stringify({ schemaVersion, kind, alertId, incidentId, severity, truncated: true });
}

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT).toWellFormed()}\n[cut: see the case]\n`;
}
