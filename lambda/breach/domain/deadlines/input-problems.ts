import type * as z from 'zod';
import { valueAt } from '../../../../lib/config/field-path';
import { quoteValue } from '../../../../lib/config/quote-value';

/** The most unknown keys of one object that are named one by one. */
const MAX_UNKNOWN_KEYS = 5;

const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

/** What a field must be where its schema has no words of its own for it. */
export function demandOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') {
        return 'must be a whole number';
      }
      return `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(quoteValue).join(', ')}`;
    case 'too_big':
      return boundOf('at most', issue.maximum, issue.origin);
    case 'too_small':
      return boundOf('at least', issue.minimum, issue.origin);
    default:
      return undefined;
  }
}

/** The problems that a reader sees for an issue, each `'affected[0].count' must …, got: …` on one bounded line. */
export function problemsOf(issue: z.core.$ZodIssue, input: unknown): readonly string[] {
  if (issue.code !== 'unrecognized_keys') {
    return [problemAt(issue.path, issue.message, input)];
  }
  const named = issue.keys
    .slice(0, MAX_UNKNOWN_KEYS)
    .map((key) => problemAt([...issue.path, key], 'must be left out, there is no such field', input));
  const more = issue.keys.length - named.length;
  return more === 0
    ? named
    : [...named, `${nameOf(issue.path)} must have known fields only, got: ${more} more unknown`];
}

function boundOf(relation: string, bound: number | bigint, origin: string): string {
  const unit = UNITS[origin];
  return unit === undefined ? `must be ${relation} ${bound}` : `must have ${relation} ${bound} ${unit}`;
}

/** One problem: the field, what it must be, and what is there instead. */
export function problemAt(path: readonly PropertyKey[], demand: string, input: unknown): string {
  return `${nameOf(path)} ${demand}, got: ${quoteValue(valueAt(input, path))}`;
}

/** A path as people write it, quoted: `'affected[0].count'`. */
function nameOf(path: readonly PropertyKey[]): string {
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return quoteValue(name === '' ? 'input' : name);
}
