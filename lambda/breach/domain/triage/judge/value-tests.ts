import { showValue } from '../event/show';
import { flagOf, isNothing, textOf } from '../event/values';

/** Recognizes a value of one field, and says it without repeating a customer's text. */
export interface ValueTest {
  readonly matches: (value: unknown) => boolean;
  readonly shown: (value: unknown) => string;
}

/** Yes, also as a text. */
export const isTrue: ValueTest = { matches: (value) => flagOf(value) === true, shown: () => 'true' };

/** No, also as a text. */
export const isFalse: ValueTest = { matches: (value) => flagOf(value) === false, shown: () => 'false' };

/** Nothing: an empty text, list or object. */
export const isEmpty: ValueTest = { matches: isNothing, shown: () => 'empty' };

/** Something, whatever it is. */
export const isGiven: ValueTest = { matches: (value) => !isNothing(value), shown: showValue };

/** One of the words that AWS defines, whatever its casing. */
export function isWord(...words: readonly string[]): ValueTest {
  const byLower = new Map(words.map((word) => [word.toLowerCase(), word]));
  const wordOf = (value: unknown): string | undefined =>
    byLower.get((textOf(value) ?? String(flagOf(value))).toLowerCase());
  return {
    matches: (value) => wordOf(value) !== undefined,
    shown: (value) => wordOf(value) ?? showValue(value),
  };
}
