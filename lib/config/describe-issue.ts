import type { z } from 'zod';
import { valueAt } from './field-path';
import { quoteValue } from './quote-value';

/** The most unknown keys of one object that are named one by one. */
const MAX_UNKNOWN_KEYS = 5;

/** A refused field: its path, and the sentence after its name. */
export interface FieldProblem {
  readonly path: readonly PropertyKey[];
  /** `must …, got: …` */
  readonly text: string;
}

/** What a field must be where its schema has no words of its own for it. */
export function demandOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(quoteValue).join(', ')}`;
    default:
      return undefined;
  }
}

/** An issue of the schema as the problems that a user reads: one for each unknown key, otherwise one. */
export function describeIssue(issue: z.core.$ZodIssue, input: unknown): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return describeUnknownKeys(issue, input);
  }
  return [{ path: issue.path, text: `${issue.message}, got: ${quoteValue(valueAt(input, issue.path))}` }];
}

function describeUnknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, input: unknown): FieldProblem[] {
  const named = issue.keys.slice(0, MAX_UNKNOWN_KEYS).map((key) => ({
    path: [...issue.path, key],
    text: `must be left out, there is no such option, got: ${quoteValue(valueAt(input, [...issue.path, key]))}`,
  }));
  const more = issue.keys.length - named.length;
  return more === 0
    ? named
    : [...named, { path: issue.path, text: `must have known options only, got: ${more} more unknown` }];
}
