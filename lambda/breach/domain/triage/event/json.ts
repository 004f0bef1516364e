/** Any JSON object, whose fields nobody has vouched for. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The most fields of one object that are searched, so that a hostile object costs a bounded time. */
const MAX_FIELDS = 2000;

const steps = new Map<string, readonly string[]>();

/** The value as an object; lists and null are none. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The value as a text that is not empty. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The value at a dotted path, whatever the casing of the names: CloudTrail writes `dBInstanceIdentifier`, `BucketPolicy`
 * and `bucketPolicy` for the same kind of field. A list of one entry is seen through. Paths come from code, never from input.
 */
export function at(root: unknown, path: string): unknown {
  if (!path.includes('.')) {
    return member(root, path);
  }
  let value = root;
  for (const step of stepsOf(path)) {
    value = member(value, step);
    if (value === undefined) {
      return undefined;
    }
  }
  return value;
}

/** The value of the first of the paths that has one. */
export function firstAt(root: unknown, paths: readonly string[]): unknown {
  for (const path of paths) {
    const value = at(root, path);
    if (value !== undefined && value !== null) {
      return value;
    }
  }
  return undefined;
}

/** Whether the object has the field at all, whatever its value. */
export function has(root: unknown, path: string): boolean {
  return at(root, path) !== undefined;
}

function stepsOf(path: string): readonly string[] {
  let known = steps.get(path);
  if (known === undefined) {
    known = path.split('.');
    steps.set(path, known);
  }
  return known;
}

/** The exact name wins; of several that differ in casing, the first in order of code units, so that key order is irrelevant. */
export function member(value: unknown, name: string): unknown {
  const holder = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) {
    return undefined;
  }
  const exact = (holder as JsonObject)[name];
  // A function is inherited, for JSON has none; this is several times faster than asking for the object's own name.
  return exact === undefined || typeof exact === 'function' ? otherCasing(holder as JsonObject, name) : exact;
}

function otherCasing(holder: JsonObject, name: string): unknown {
  let found: string | undefined;
  let seen = 0;
  for (const key in holder) {
    seen += 1;
    if (seen > MAX_FIELDS) {
      break;
    }
    if (key.length === name.length && key.toLowerCase() === name.toLowerCase()) {
      found = found === undefined || key < found ? key : found;
    }
  }
  return found === undefined ? undefined : holder[found];
}
