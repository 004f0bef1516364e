import { isValid as isAddress } from 'ipaddr.js';
import { isAlphanumeric } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

/** The longest writing of an address with embedded IPv4 has 45 units, and one group may stand before it. */
const MAX_RUN = 51;

const HEX = '0123456789abcdefABCDEF';

const HEX_RUN = sticky('[0-9a-f:]{0,60}(?:(?:\\.\\d{1,3}){3})?');
const TAIL = sticky('(?:%[a-z0-9]{1,16})?\\]?(?:/\\d{1,3}|:\\d{1,5})?(?![0-9a-z:])');

/** Internet Protocol addresses. @see 45 CFR 164.514(b)(2)(i)(O) */
export const IP_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'ipv4',
    type: 'IP',
    description: 'four numbers parted by dots, with port or prefix; numbers over 255 count as mistyped',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 3], next: '.', digitFollows: true }],
    pattern: '(?<!\\d\\.)\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\.?\\d)(?::\\d{1,5}|/\\d{1,2})?',
    confidence: 4,
  }),
  {
    id: 'ipv6',
    type: 'IP',
    description: 'hexadecimal groups parted by colons that are an address, with zone, port or prefix',
    by: ['shape'],
    anchors: [{ on: 'character', characters: ':' }],
    find: findIpv6,
  },
];

/**
 * Asked at the first colon of a run of hexadecimal groups, it lets the library judge the run, or what follows that colon
 * when a word is in front of it (`note:2001:db8::1`).
 */
function findIpv6({ text, at }: Place): Finding | undefined {
  const next = text.charAt(at + 1);
  if (next !== ':' && !isHex(next)) {
    return undefined;
  }
  const start = groupStart(text, at);
  if (text.charAt(start - 1) === ':') {
    return undefined;
  }
  const end = matchEnd(HEX_RUN, text, start);
  return end - start > MAX_RUN ? undefined : (judge(text, start, end) ?? judge(text, at + 1, end));
}

/** The run as an address, if it is one and no part of a word. */
function judge(text: string, start: number, end: number): Finding | undefined {
  const run = text.slice(start, end);
  const address = run.endsWith('::') ? run : run.replace(/:$/, '');
  const isPart =
    isAlphanumeric(text.charCodeAt(start - 1)) || isAlphanumeric(text.charCodeAt(start + address.length));
  if (
    isPart ||
    address.length < 3 ||
    address.indexOf(':') === address.lastIndexOf(':') ||
    !isAddress(address)
  ) {
    return undefined;
  }
  const bare = start + address.length;
  return { start, end: Math.max(bare, matchEnd(TAIL, text, bare)), type: 'IP', confidence: 4 };
}

function groupStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 5 && isHex(text.charAt(start - 1))) {
    start--;
  }
  return start;
}

function isHex(character: string): boolean {
  return character !== '' && HEX.includes(character);
}
