/** The longest text that a message repeats, in characters. */
const MAX_TEXT = 60;

/** The most entries of a list that a message repeats. */
const MAX_ENTRIES = 3;

/** Controls, invisible and unassigned characters, line and paragraph separators, and what ends or escapes a quotation. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}'\\]/gu;

/** A value as a message may repeat it: one line of bounded length, in which nothing steers a terminal or a log. */
export function quoteValue(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (typeof value === 'string') {
    return quoteText(value);
  }
  if (Array.isArray(value)) {
    const shown = value
      .slice(0, MAX_ENTRIES)
      .map((entry) => (Array.isArray(entry) ? 'a list' : quoteValue(entry)));
    const more = value.length > MAX_ENTRIES ? [`${value.length - MAX_ENTRIES} more`] : [];
    return `[${[...shown, ...more].join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? String(value)
    : `a ${typeof value}`;
}

function quoteText(text: string): string {
  const shown = text.slice(0, MAX_TEXT).replace(UNSAFE, escapeCharacter);
  return text.length > MAX_TEXT ? `'${shown}…' (${text.length} characters)` : `'${shown}'`;
}

function escapeCharacter(character: string): string {
  return character === "'" || character === '\\'
    ? `\\${character}`
    : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
