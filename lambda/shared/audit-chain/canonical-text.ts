import { MAX_DEPTH } from './canonical-json';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;
/** The escapes that RFC 8785 uses: short ones where there are, four lower-case digits for the other control characters. */
const ESCAPE = /["\\bfnrt]|u00(?:0[0-7be-f]|1[0-9a-f])/y;
const NUMBER = /-?[0-9][0-9.e+-]*/y;
const LITERAL = /true|false|null/y;
const NO = -1;

/**
 * Whether a text is the RFC 8785 form of an object, in one pass and without parsing it: white space, names given twice or in another
 * order, other escapes, unpaired surrogates and other ways to write a number are all refused. Names must need no escape: Node 24 reads escaped
 * names wrongly (https://github.com/nodejs/node/issues/63785), so that two readers would see different records.
 */
export function isCanonicalObject(text: string): boolean {
  return text.charCodeAt(0) === OPEN_OBJECT && text.isWellFormed() && endOfObject(text, 1, 1) === text.length;
}

// Each of these gets where its value begins (lists, objects, strings: behind the first character) and gives where it ends, or NO.

function endOfValue(text: string, at: number, depth: number): number {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return endOfString(text, at + 1);
  if (first === OPEN_OBJECT) return depth < MAX_DEPTH ? endOfObject(text, at + 1, depth + 1) : NO;
  if (first === OPEN_LIST) return depth < MAX_DEPTH ? endOfList(text, at + 1, depth + 1) : NO;
  LITERAL.lastIndex = at;
  if (LITERAL.test(text)) return LITERAL.lastIndex;
  return endOfNumber(text, at);
}

function endOfObject(text: string, start: number, depth: number): number {
  if (text.charCodeAt(start) === CLOSE_OBJECT) return start + 1;
  let last: string | undefined;
  let at = start;
  while (text.charCodeAt(at) === QUOTE) {
    const nameEnd = endOfName(text, at + 1);
    if (nameEnd === NO || text.charCodeAt(nameEnd) !== COLON) return NO;
    const name = text.slice(at + 1, nameEnd - 1);
    // Texts are compared by their UTF-16 code units, as RFC 8785 orders names.
    if (last !== undefined && name <= last) return NO;
    last = name;
    const end = endOfValue(text, nameEnd + 1, depth);
    if (end === NO) return NO;
    const next = text.charCodeAt(end);
    if (next === CLOSE_OBJECT) return end + 1;
    if (next !== COMMA) return NO;
    at = end + 1;
  }
  return NO;
}

function endOfList(text: string, start: number, depth: number): number {
  if (text.charCodeAt(start) === CLOSE_LIST) return start + 1;
  let at = start;
  for (;;) {
    const end = endOfValue(text, at, depth);
    if (end === NO) return NO;
    const next = text.charCodeAt(end);
    if (next === CLOSE_LIST) return end + 1;
    if (next !== COMMA) return NO;
    at = end + 1;
  }
}

function endOfName(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < SPACE || code === BACKSLASH) return NO;
  }
  return NO;
}

function endOfString(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < SPACE) return NO;
    at += 1;
    if (code === BACKSLASH) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return NO;
      at = ESCAPE.lastIndex;
    }
  }
  return NO;
}

function endOfNumber(text: string, at: number): number {
  NUMBER.lastIndex = at;
  if (!NUMBER.test(text)) return NO;
  const end = NUMBER.lastIndex;
  const written = text.slice(at, end);
  // `Infinity` and `NaN` are no number that the pattern lets through.
  return String(Number(written)) === written ? end : NO;
}
