import { IDENTIFIER_TYPES, type SpanType, WITHHELD } from './identifier-types';
import { matchEnd, sticky } from './sticky';

const TYPES: readonly SpanType[] = [...IDENTIFIER_TYPES.map((row) => row.type), WITHHELD];

const PLACEHOLDER = sticky(`\\[(?:${TYPES.join('|')})\\]`, '');

/** What stands in the text for an identifier of `type`. */
export function placeholder(type: SpanType): string {
  return `[${type}]`;
}

/** Where the placeholder that begins at `at` ends, or -1 where none does. */
export function placeholderEnd(text: string, at: number): number {
  return matchEnd(PLACEHOLDER, text, at);
}
