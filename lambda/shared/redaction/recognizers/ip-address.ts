import { isValid as isAddress } from 'ipaddr.js';
import { isAlphanumeric } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

/** The longest writing of an address, with embedded IPv4, without zone. */
const MAX_IPV6 = 45;

const HEX_RUN = sticky('[0-9a-f:]{0,45}(?:(?:\\.\\d{1,3}){3})?');
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

/** Asked at a colon, it looks for the run of hexadecimal groups around it and lets the library judge. */
function findIpv6({ text, at }: Place): Finding | undefined {
  if (!/[0-9a-f:]/i.test(text.charAt(at + 1))) {
    return undefined;
  }
  const start = runStart(text, at);
  const end = matchEnd(HEX_RUN, text, start);
  if (end - start > MAX_IPV6 + 16 || start < at - 4) {
    return undefined;
  }
  const run = text.slice(start, end);
  if (run.indexOf(':', run.indexOf(':') + 1) < 0) {
    return undefined;
  }
  const address = run.endsWith('::') ? run : run.replace(/:+$/, '');
  const isPart =
    isAlphanumeric(text.charCodeAt(start - 1)) || isAlphanumeric(text.charCodeAt(start + address.length));
  if (isPart || address === '::' || !isAddress(address)) {
    return undefined;
  }
  const bare = start + address.length;
  const tail = matchEnd(TAIL, text, bare);
  return { start, end: Math.max(bare, tail), type: 'IP', confidence: 4 };
}

function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 5 && /[0-9a-f]/i.test(text.charAt(start - 1))) {
    start--;
  }
  return start;
}
