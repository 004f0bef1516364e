import { asText, at, type JsonObject } from './event/json';
import { sha256, tokenOf } from './event/token';

/** Ids as services make them. */
const PLAIN_ID = /^[\w:./=+-]{1,200}$/;

/** The id that the event gave itself; without one, the hash of the event, so that it can be told from others. */
export function idOf(event: JsonObject): string {
  const id = asText(at(event, 'id')) ?? asText(at(event, 'eventID')) ?? asText(at(event, 'detail.eventID'));
  return id === undefined ? hashOf(event) : plainId(id);
}

/** The id as it is, if a service can have made it, else a token. */
export function plainId(id: string): string {
  return PLAIN_ID.test(id) ? id : tokenOf(id);
}

/** `sha256:` and the hash of the text, or of the value as JSON. */
export function hashOf(value: unknown): string {
  return `sha256:${sha256(typeof value === 'string' ? value : asJson(value))}`;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return `a ${typeof value} that is no JSON`;
  }
}
