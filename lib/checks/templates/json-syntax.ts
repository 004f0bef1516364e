import { MOST_LEVELS, TOO_DEEP } from './levels';
import { TextProblem } from './text-problem';

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in a text
const STRING_PIECE = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next, in words. */
type Expected =
  | 'a value'
  | "a value or ']'"
  | 'a key'
  | "a key or '}'"
  | "':'"
  | "',' or '}'"
  | "',' or ']'"
  | 'the end';

/**
 * Refuses what is no JSON, where it stops being it. Node tells no position of every error, and YAML lets pass what CloudFormation
 * refuses: commas before a brace, words without quotes.
 *
 * @throws TextProblem at the first character that JSON does not have there
 */
export function checkJsonSyntax(text: string): void {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'a value';
  let at = skip(SPACE, text, 0);
  while (at < text.length) {
    const after = next(text, at, expected, open);
    if (after === undefined) throw new TextProblem(syntaxText(expected), at);
    if (open.length > MOST_LEVELS) throw new TextProblem(TOO_DEEP, at);
    expected = after.expected;
    at = skip(SPACE, text, after.at);
  }
  if (expected !== 'the end') throw new TextProblem(syntaxText(expected), text.length);
}

interface Step {
  readonly at: number;
  readonly expected: Expected;
}

function next(text: string, at: number, expected: Expected, open: ('{' | '[')[]): Step | undefined {
  const character = text[at];
  switch (expected) {
    case "a value or ']'":
      return character === ']' ? closed(at, open) : value(text, at, open);
    case 'a value':
      return value(text, at, open);
    case "a key or '}'":
      return character === '}' ? closed(at, open) : key(text, at);
    case 'a key':
      return key(text, at);
    case "':'":
      return character === ':' ? { at: at + 1, expected: 'a value' } : undefined;
    case "',' or '}'":
      if (character === '}') return closed(at, open);
      return character === ',' ? { at: at + 1, expected: 'a key' } : undefined;
    case "',' or ']'":
      if (character === ']') return closed(at, open);
      return character === ',' ? { at: at + 1, expected: 'a value' } : undefined;
    default:
      return undefined;
  }
}

function value(text: string, at: number, open: ('{' | '[')[]): Step | undefined {
  const character = text[at];
  if (character === '{' || character === '[') {
    open.push(character);
    return { at: at + 1, expected: character === '{' ? "a key or '}'" : "a value or ']'" };
  }
  const end =
    character === '"' ? stringEnd(text, at) : Math.max(skip(NUMBER, text, at), skip(WORD, text, at));
  return end === undefined || end === at ? undefined : { at: end, expected: afterValue(open) };
}

function key(text: string, at: number): Step | undefined {
  const end = text[at] === '"' ? stringEnd(text, at) : undefined;
  return end === undefined ? undefined : { at: end, expected: "':'" };
}

function closed(at: number, open: ('{' | '[')[]): Step {
  open.pop();
  return { at: at + 1, expected: afterValue(open) };
}

function afterValue(open: readonly ('{' | '[')[]): Expected {
  const innermost = open.at(-1);
  if (innermost === undefined) return 'the end';
  return innermost === '{' ? "',' or '}'" : "',' or ']'";
}

/** Behind the closing quote. @throws TextProblem at a character that no text may have, or at the end of one that does not end */
function stringEnd(text: string, at: number): number {
  let end = at + 1;
  while (text[end] !== '"') {
    const after = skip(STRING_PIECE, text, end);
    if (after === end) throw new TextProblem(syntaxText('a text that ends with a quote'), end);
    end = after;
  }
  return end + 1;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function syntaxText(expected: string): string {
  return `the template must be well-formed JSON, got: something else than ${expected}`;
}
