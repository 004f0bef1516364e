import { ALERT_CHANNELS, ALERT_KINDS, type OutboxMessage } from '../domain/alerts/outbox-message';
import { asObject, asText, at } from '../domain/triage/event/json';

/** A message as the register keeps it; undefined for anything else. */
export function readMessage(body: string | undefined): OutboxMessage | undefined {
  const value = parsed(body);
  const id = asText(at(value, 'id'));
  const kind = ALERT_KINDS.find((known) => known === at(value, 'kind'));
  const channel = ALERT_CHANNELS.find((known) => known === at(value, 'channel'));
  return value !== undefined && id !== undefined && kind !== undefined && channel !== undefined
    ? parsedMessage(value)
    : undefined;
}

function parsedMessage(value: object): OutboxMessage {
  return value as OutboxMessage;
}

function parsed(body: string | undefined): ReturnType<typeof asObject> {
  try {
    return body === undefined ? undefined : asObject(JSON.parse(body));
  } catch {
    return undefined;
  }
}
