import { type Markup, markup, trusted } from './markup';

const BREAK = trusted('<wbr>');

/** A path, type or rule that a narrow column may break after its separators, and that is copied as it is. */
export function breakable(text: string): Markup {
  return markup`${text.split(/(?<=[/:])(?![/:])/).map((part, index) => (index === 0 ? part : markup`${BREAK}${part}`))}`;
}
