import { asObject, at, firstAt, type JsonObject } from './json';

/** The most entries of a list that are read. */
const MAX_ENTRIES = 1000;

/** The deepest nesting that is followed. */
const MAX_DEPTH = 8;

/** The names under which query and XML services wrap a list. */
const LIST_NAMES = ['items', 'item', 'member', 'members', 'entries'] as const;

/** The names under which services wrap a single value. */
const VALUE_NAMES = ['value', 'content', '_value'] as const;

/** A list however it is wrapped: `[a]`, `{ items: [a] }`, `{ item: a }`, a lone `a`; nothing and '' are the empty list. */
export function listOf(value: unknown): readonly unknown[] {
  let inner = value;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const holder = asObject(inner);
    const wrapped = holder === undefined ? undefined : firstAt(holder, LIST_NAMES);
    if (wrapped === undefined) {
      break;
    }
    inner = wrapped;
  }
  if (Array.isArray(inner)) {
    return inner.length > MAX_ENTRIES ? inner.slice(0, MAX_ENTRIES) : inner;
  }
  return isNothing(inner) ? [] : [inner];
}

/** A single value however it is wrapped: `a`, `[a]`, `{ value: a }`, `{ content: a, tag: 1 }`. */
function scalarOf(value: unknown): unknown {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const holder = asObject(one);
  if (holder === undefined) {
    return one;
  }
  for (const name of VALUE_NAMES) {
    const inner = at(holder, name);
    if (inner !== undefined && asObject(inner) === undefined) {
      return inner;
    }
  }
  return one;
}

/** A yes or no, also where it is written as a text or wrapped. */
export function flagOf(value: unknown): boolean | undefined {
  const plain = scalarOf(value);
  if (typeof plain === 'boolean') {
    return plain;
  }
  const text = typeof plain === 'string' ? plain.toLowerCase() : undefined;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** A finite number, also where it is written as a text or wrapped. */
export function numberOf(value: unknown): number | undefined {
  const plain = scalarOf(value);
  if (typeof plain === 'number') {
    return Number.isFinite(plain) ? plain : undefined;
  }
  if (typeof plain !== 'string' || !/^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(plain)) {
    return undefined;
  }
  return Number(plain);
}

/** A text that is not empty, also where it is wrapped. */
export function textOf(value: unknown): string | undefined {
  const plain = scalarOf(value);
  return typeof plain === 'string' && plain !== '' ? plain : undefined;
}

/** Every text within the value, in a bounded number and depth. Numbers count, because account ids may come as such. */
export function textsIn(value: unknown, depth = 0, found: string[] = []): readonly string[] {
  if (found.length >= MAX_ENTRIES || depth > MAX_DEPTH) {
    return found;
  }
  if (typeof value === 'string') {
    if (value !== '') {
      found.push(value);
    }
  } else if (typeof value === 'number') {
    found.push(String(value));
  } else if (Array.isArray(value)) {
    for (const entry of value.slice(0, MAX_ENTRIES)) {
      textsIn(entry, depth + 1, found);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value).slice(0, MAX_ENTRIES)) {
      textsIn((value as JsonObject)[key], depth + 1, found);
    }
  }
  return found;
}

/** Whether nothing is there: no value, an empty text, list or object. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') {
    return true;
  }
  if (Array.isArray(value)) {
    return value.length === 0;
  }
  const holder = asObject(value);
  return holder !== undefined && isEmpty(holder);
}

function isEmpty(holder: JsonObject): boolean {
  for (const key in holder) {
    if (key !== 'xmlns') {
      return false;
    }
  }
  return true;
}
