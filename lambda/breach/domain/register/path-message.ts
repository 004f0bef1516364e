import { asObject, asText, at } from '../triage/event/json';

/** The source of the events that the path sends to itself. */
export const PATH_SOURCE = 'hipaa.baseline';

/** What the path sends to itself, by the detail type of its event. */
const PATH_DETAIL_TYPES = { heartbeat: 'Heartbeat', test: 'Test Alert' } as const;

/** A message that tests the path. It opens no case, and hides none: what comes from AWS never has its source. */
export interface PathMessage {
  readonly kind: keyof typeof PATH_DETAIL_TYPES;
  /** A UUID or 32 hexadecimal digits. */
  readonly id: string;
  /** Instant in UTC with milliseconds. */
  readonly sentAt: string;
}

const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The longest line that can be one, in UTF-16 units. */
const MAX_LINE = 4096;

/** The line as a message of the path; undefined for every other event. */
export function pathMessageOf(line: string): PathMessage | undefined {
  if (line.length > MAX_LINE || !line.includes(PATH_SOURCE)) {
    return undefined;
  }
  const event = parsed(line);
  const id = asText(at(event, 'detail.id'));
  const sentAt = asText(at(event, 'detail.sentAt'));
  const kind = kindOf(at(event, 'detail-type'));
  return at(event, 'source') === PATH_SOURCE &&
    kind !== undefined &&
    id !== undefined &&
    ID.test(id) &&
    sentAt !== undefined &&
    INSTANT.test(sentAt) &&
    !Number.isNaN(Date.parse(sentAt))
    ? { kind, id, sentAt }
    : undefined;
}

/** The event that carries a message of the path, as EventBridge takes it. */
export function pathEvent({ kind, id, sentAt }: PathMessage): {
  readonly source: string;
  readonly detailType: string;
  readonly detail: { readonly id: string; readonly sentAt: string };
} {
  return { source: PATH_SOURCE, detailType: PATH_DETAIL_TYPES[kind], detail: { id, sentAt } };
}

function kindOf(detailType: unknown): PathMessage['kind'] | undefined {
  return (['heartbeat', 'test'] as const).find((kind) => PATH_DETAIL_TYPES[kind] === detailType);
}

function parsed(line: string): unknown {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}
