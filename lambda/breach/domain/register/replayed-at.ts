import { asObject, asText, at } from '../triage/event/json';

/** An instant as EventBridge writes it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** The longest line that is opened, in UTF-16 units: far more than a queue takes. */
const MAX_LINE = 4 * 1024 * 1024;

/**
 * When a line counts as received. What EventBridge replays from the archive was with us when it first came: it counts from then,
 * because reasonable diligence would have known it. Nobody can write the mark of a replay into an event of their own.
 *
 * @see 45 CFR 164.404(a)(2)
 */
export function firstReceivedAt(line: string, receivedAt: string): string {
  if (line.length > MAX_LINE || !line.includes('"replay-name"')) {
    return receivedAt;
  }
  const event = parsed(line);
  const time = asText(at(event, 'time'));
  if (asText(at(event, 'replay-name')) === undefined || time === undefined || !INSTANT.test(time)) {
    return receivedAt;
  }
  const instant = Date.parse(time);
  return Number.isNaN(instant) || instant >= Date.parse(receivedAt)
    ? receivedAt
    : new Date(instant).toISOString();
}

function parsed(line: string): unknown {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}
