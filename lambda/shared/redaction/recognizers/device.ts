import { luhnHolds } from '../check-digits';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

const PAIRS = sticky('([:-])[0-9a-f]{2}(?:\\1[0-9a-f]{2}){4}(?:\\1[0-9a-f]{2}){0,2}(?![0-9a-z])');
const QUADS = sticky('\\.[0-9a-f]{4}\\.[0-9a-f]{4}(?![0-9a-z])');
const ENDS_IN_PAIR = /(?<![0-9a-z])[0-9a-f]{2}$/i;
const ENDS_IN_QUAD = /(?<![0-9a-z])[0-9a-f]{4}$/i;

/** Device identifiers that are known by their shape; serial numbers need their label. @see 45 CFR 164.514(b)(2)(i)(M) */
export const DEVICE_RECOGNIZERS: readonly Recognizer[] = [
  {
    id: 'mac-address',
    type: 'DEVICE',
    description: 'six or eight pairs of hexadecimal digits, or three groups of four parted by dots',
    by: ['shape'],
    anchors: [{ on: 'character', characters: ':-.' }],
    find: findMac,
  },
  shapeRecognizer({
    id: 'udi',
    type: 'DEVICE',
    description:
      'a unique device identifier in its human-readable GS1 form: (01), 14 digits and what follows',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '(' }],
    pattern: '\\(01\\) ?\\d{14}(?: ?\\((?:10|11|17|21|240)\\) ?[A-Za-z0-9./_-]{1,24}){0,6}',
    confidence: 5,
  }),
  shapeRecognizer({
    id: 'udi-hibcc',
    type: 'DEVICE',
    description:
      'a unique device identifier in the HIBCC form: +, a labeller code and the product with its serial number',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '+' }],
    pattern: '\\+[A-Z]\\d{3}[A-Z0-9]{2,18}\\d(?:/[$A-Z0-9+.-]{2,30}){1,4}',
    confidence: 5,
    caseSensitive: true,
  }),
  shapeRecognizer({
    id: 'imei',
    type: 'DEVICE',
    description: 'fifteen digits, whole or in groups of 2-6-6-1',
    by: ['shape', 'check-digit'],
    anchors: [
      { on: 'digits', lengths: [15] },
      { on: 'digits', lengths: [2], next: '- ', digitFollows: true },
    ],
    pattern: '(?:\\d{15}|\\d{2}[- ]\\d{6}[- ]\\d{6}[- ]\\d)(?![0-9A-Za-z])',
    confidence: 2,
    checked: { confidence: 3, holds: luhnHolds },
  }),
];

/** Asked at the first mark between the groups; where no second one follows, nothing is matched. */
function findMac({ text, at }: Place): Finding | undefined {
  const isDotted = text.charAt(at) === '.';
  if (text.charCodeAt(at + (isDotted ? 5 : 3)) !== text.charCodeAt(at)) {
    return undefined;
  }
  const end = matchEnd(isDotted ? QUADS : PAIRS, text, at);
  if (end < 0) {
    return undefined;
  }
  const group = isDotted ? 4 : 2;
  const before = text.slice(Math.max(0, at - group - 1), at);
  return (isDotted ? ENDS_IN_QUAD : ENDS_IN_PAIR).test(before)
    ? { start: at - group, end, type: 'DEVICE', confidence: 5 }
    : undefined;
}
