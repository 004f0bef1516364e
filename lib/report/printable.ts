/** Characters that move the cursor, colour the terminal or turn the direction of a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text that cannot steer a terminal: names in a template are written by others. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    return character === '\n' || character === '\t'
      ? ' '
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
