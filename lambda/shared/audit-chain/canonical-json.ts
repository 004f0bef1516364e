import type { JsonValue } from './json-value';

/** How deep lists and objects may stand in each other: far more than a record needs, far less than the call stack bears. */
export const MAX_DEPTH = 32;

/** Texts that are written as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * The one text that RFC 8785 gives a JSON value: no white space, names in order of their UTF-16 code units, numbers and
 * strings as ECMAScript writes them.
 *
 * @throws TypeError for what has no such text (an unpaired surrogate, NaN, `undefined`, a Date …): nothing is left out silently
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: JsonValue): string {
  return textOf(value, 0);
}

function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return textOfString(value);
  if (typeof value === 'number') return textOfNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') throw new TypeError(`a value must be JSON, got: ${typeof value}`);
  if (depth === MAX_DEPTH) throw new TypeError(`lists and objects must be at most ${MAX_DEPTH} deep`);
  return Array.isArray(value) ? textOfList(value, depth + 1) : textOfObject(value, depth + 1);
}

function textOfList(list: readonly unknown[], depth: number): string {
  let text = '';
  // Visits the holes of a list too, as undefined.
  for (const item of list) text += `${text === '' ? '' : ','}${textOf(item, depth)}`;
  return `[${text}]`;
}

function textOfObject(value: object, depth: number): string {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError('an object must be a plain one, got: an instance of a class');
  }
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  // The default order of texts is that of their UTF-16 code units.
  for (const name of Object.keys(members).sort()) {
    text += `${text === '' ? '' : ','}${textOfString(name)}:${textOf(members[name], depth)}`;
  }
  return `{${text}}`;
}

function textOfString(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('a text must hold no unpaired surrogate');
  return JSON.stringify(value);
}

function textOfNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`a number must be finite, got: ${value}`);
  return JSON.stringify(value);
}
