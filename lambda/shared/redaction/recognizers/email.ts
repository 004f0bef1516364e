import { isAlphanumeric } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

/** RFC 5321 allows 64 units before the @ and 255 behind it. */
const MAX_LOCAL = 64;

const LOCAL_MARKS = ".!#$%&'*+/=?^_`{|}~-";
const DOMAIN = sticky(' ?\\[?[a-z0-9](?:[a-z0-9-]{0,62}(?: ?\\. ?(?=[a-z0-9]))?){0,8}\\]?');
const DOTTED = sticky(' ?\\[?[a-z0-9](?:[a-z0-9-]{0,62}\\.(?=[a-z0-9]))');
const SPACED_DOMAIN = sticky(
  ' ?[a-z0-9][a-z0-9-]{0,62}(?: ?\\. ?[a-z0-9-]{1,63}){0,4} ?\\. ?(?:com|org|net|edu|gov|mil|info|biz|health|example|test)(?![a-z0-9])',
);

/** Words that stand for the separators of a spoken address: `jane at mail dot example`. */
const SPOKEN = sticky(
  'at\\s{1,3}[a-z0-9][a-z0-9-]{0,62}(?:(?:\\s{1,3}dot\\s{1,3}[a-z0-9-]{1,63}){1,5}|(?:\\.[a-z0-9-]{1,63}){0,3}\\.(?:com|org|net|edu|gov|mil|info|biz))(?![a-z0-9])',
);

/** Electronic mail addresses, also written with spaces or spoken. @see 45 CFR 164.514(b)(2)(i)(F) */
export const EMAIL_RECOGNIZERS: readonly Recognizer[] = [
  {
    id: 'email',
    type: 'EMAIL',
    description: 'what stands around an @, quoted and spaced writings included; the domain needs no dot',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '@' }],
    find: findAtSign,
  },
  {
    id: 'email-spoken',
    type: 'EMAIL',
    description: 'a word, "at", and a domain with "dot" or a common ending',
    by: ['shape'],
    anchors: [{ on: 'word', words: ['at'] }],
    find: findSpoken,
  },
];

function findAtSign({ text, at }: Place): Finding | undefined {
  const start = localStart(text, at);
  if (start === at) {
    return undefined;
  }
  const isSpaced = text.charCodeAt(at - 1) === 32 || text.charCodeAt(at + 1) === 32;
  const end = matchEnd(isSpaced ? SPACED_DOMAIN : DOMAIN, text, at + 1);
  if (end < 0) {
    return undefined;
  }
  const isAddress = isSpaced || matchEnd(DOTTED, text, at + 1) > 0 || /[a-z]/i.test(text.charAt(start));
  return isAddress ? { start, end, type: 'EMAIL', confidence: 4 } : undefined;
}

/** Where the local part that ends at `end` begins: a quoted one at its quote, otherwise where no allowed unit precedes. */
function localStart(text: string, end: number): number {
  const floor = Math.max(0, end - MAX_LOCAL);
  if (text.charAt(end - 1) === '"') {
    const quote = text.lastIndexOf('"', end - 2);
    return quote >= floor ? quote : end;
  }
  let last = end;
  if (text.charCodeAt(last - 1) === 32) {
    last--;
  }
  let start = last;
  while (start > floor && isLocal(text, start - 1)) {
    start--;
  }
  while (start < last && !isAlphanumeric(text.charCodeAt(start))) {
    start++;
  }
  return start < last ? start : end;
}

function isLocal(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return isAlphanumeric(code) || code > 127 || LOCAL_MARKS.includes(text.charAt(index));
}

function findSpoken({ text, at }: Place): Finding | undefined {
  const end = matchEnd(SPOKEN, text, at);
  const start = end < 0 ? at : spokenStart(text, at);
  return start < at ? { start, end, type: 'EMAIL', confidence: 4 } : undefined;
}

/** The local part before "at": one word, and those that "dot", "underscore" or "dash" tie to it. */
function spokenStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - MAX_LOCAL), at);
  const words =
    /(?:[a-z0-9][a-z0-9._+-]{0,40}\s{1,3}(?:dot|underscore|dash|hyphen)\s{1,3}){0,3}[a-z0-9][a-z0-9._+-]{0,40}\s{1,3}$/i.exec(
      before,
    );
  return words === null ? at : at - words[0].length;
}
