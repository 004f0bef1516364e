/** What the schema checks need for a template at most: about ten seconds. The longest lists that AWS takes stay below. */
const MOST_WORK = 20_000_000;

/** A scalar is compared faster than an object. */
const SCALAR_WEIGHT = 1 / 6;

/**
 * Whether the lists of a template are so long that the schema checks, which compare each entry with each other, would not end. Ten
 * thousand addresses are not, nor a thousand rules of a security group.
 */
export function hasEndlessLists(json: unknown): boolean {
  return measure(json).work > MOST_WORK;
}

interface Measured {
  readonly values: number;
  readonly work: number;
}

function measure(value: unknown): Measured {
  if (typeof value !== 'object' || value === null) return { values: 1, work: 0 };
  let values = 0;
  let work = 0;
  const entries: readonly unknown[] = Object.values(value);
  for (const entry of entries) {
    const inner = measure(entry);
    values += inner.values;
    work += inner.work;
  }
  if (Array.isArray(value)) work += value.length * values * (values === value.length ? SCALAR_WEIGHT : 1);
  return { values: values + 1, work };
}
