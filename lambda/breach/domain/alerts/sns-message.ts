import type { JsonObject } from '../../../shared/audit-chain/json-value';
import type { Alert } from './alert';
import type { OutboxMessage } from './outbox-message';
import { type RenderedAlert, subjectLine } from './rendered-alert';

/** What SNS takes in one publish, in bytes of UTF-8. */
const MAX_BYTES = 256 * 1024;

/** The longest text of one protocol, in UTF-16 units; two texts in seven places stay far below the limit of all. */
const MAX_TEXT = 16 * 1024;

/** Protocols that machines read. */
const MACHINES = ['sqs', 'lambda', 'http', 'https', 'firehose', 'email-json'] as const;

/**
 * An alert for one publish: text for people, JSON for machines, the subject alone where there is room for no more.
 *
 * @throws RangeError when it is larger than SNS takes, which no alert is that is rendered here
 */
export function alertOf(message: Pick<OutboxMessage, 'id' | 'channel'>, rendered: RenderedAlert): Alert {
  const subject = subjectLine(rendered.subject);
  const json = machineText(rendered.json);
  const texts: Record<string, string> = { default: subject, email: cut(rendered.text), sms: subject };
  for (const protocol of MACHINES) {
    texts[protocol] = json;
  }
  const text = JSON.stringify(texts);
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
