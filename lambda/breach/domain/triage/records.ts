import { asObject, asText, at, type JsonObject } from './event/json';

/** How deep envelopes of queues and topics are opened. */
const MAX_WRAPPERS = 3;

/** The longest message in a wrapper that is parsed, in UTF-16 units. */
const MAX_MESSAGE = 1024 * 1024;

/**
 * The events in a batch: a CloudTrail log file, or what a queue or a topic wraps. Undefined where the event is none. A
 * record that cannot be opened stays as it is, to be kept as malformed.
 */
export function recordsOf(event: JsonObject, depth = 0): readonly unknown[] | undefined {
  if (
    asText(at(event, 'source')) !== undefined ||
    at(event, 'detail') !== undefined ||
    depth > MAX_WRAPPERS
  ) {
    return undefined;
  }
  const records = at(event, 'Records');
  if (Array.isArray(records)) {
    return records.flatMap((record) => opened(record, depth + 1));
  }
  const message = at(event, 'Message');
  return typeof message === 'string' ? opened(event, depth + 1) : undefined;
}

function opened(record: unknown, depth: number): readonly unknown[] {
  const message = at(record, 'body') ?? at(record, 'Sns.Message') ?? at(record, 'Message');
  if (typeof message !== 'string' || message.length > MAX_MESSAGE) {
    return [record];
  }
  try {
    const inner = asObject(JSON.parse(message));
    return inner === undefined ? [record] : (recordsOf(inner, depth) ?? [inner]);
  } catch {
    return [record];
  }
}
