import { canonicalJson, MAX_DEPTH } from './canonical-json';
import type { JsonObject, JsonValue } from './json-value';

/** What `readBody` says of a text: the object; undefined where it is no JSON object; `not-canonical` where it is one, but written otherwise. */
export type BodyReading = JsonObject | 'not-canonical' | undefined;

/**
 * Reads a text that must be the RFC 8785 form of an object: names given twice, white space, other escapes, other orders
 * and numbers that no double holds are all found, since each makes the text another than the one form.
 */
export function readBody(text: string): BodyReading {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return isCanonical(text, value) ? (value as JsonObject) : 'not-canonical';
}

/**
 * Whether a text is the RFC 8785 form of the value that was parsed from it. The native writer keeps the order in which
 * names came, so that the same text and ascending names mean the canonical form; it is much faster than sorting anew. Two cases go the
 * long way: an escaped surrogate, which the native writer lets through, and names like `10`, which JavaScript orders by number.
 */
function isCanonical(text: string, value: JsonValue): boolean {
  if (!text.includes('\\ud') && JSON.stringify(value) === text && ascends(value, 0)) return true;
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

function ascends(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => ascends(item, depth + 1));
  const members = value as JsonObject;
  let last: string | undefined;
  for (const name in members) {
    if (last !== undefined && name <= last) return false;
    last = name;
    const member = members[name];
    if (typeof member === 'object' && member !== null && !ascends(member, depth + 1)) return false;
  }
  return true;
}
