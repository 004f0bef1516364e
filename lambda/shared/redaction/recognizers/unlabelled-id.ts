import { countDigits, isAlphanumeric, isLetter } from '../characters';
import { ENGLISH_MONTHS } from '../data/month-names';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

/** What makes a long number a count: a concentration, an amount or a number of things. */
const COUNTED =
  /^ ?(?:(?:copies|cop|cells?|iu|units?|u(?!\/s)|cfu|mg|mcg|ml|mm3?|platelets?)(?![a-z])|\/(?:m|u|l|h)|x ?10|%)/i;

const DASHED_DIGITS = sticky('[-_](?=(?:[-_]?\\d){5})\\d{1,20}(?:[-_]\\d{1,20}){0,4}[A-Z]?(?![A-Za-z0-9])');

/** Numbers and codes that nothing labels and that are too long to be anything but an identifier. @see 45 CFR 164.514(b)(2)(i)(R) */
export const UNLABELLED_ID_RECOGNIZERS: readonly Recognizer[] = [
  {
    id: 'long-number',
    type: 'ID',
    description:
      'seven digits or more in a row, behind no letter; with seven or eight, a count with its unit stays',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] }],
    find: findLongNumber,
  },
  shapeRecognizer({
    id: 'grouped-number',
    type: 'ID',
    description:
      'nine digits or more in groups of two or more parted by the same dash, or in threes by spaces',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [2, 3, 4, 5, 6], next: '-_.', digitFollows: true }],
    pattern: '(?<![\\d.])\\d{2,8}([-_.])\\d{2,8}(?:\\1\\d{1,8}){0,6}(?![\\d])',
    confidence: 1,
    accepts: (match) => countDigits(match, 0, match.length) >= 9 && !/^\d{1,8}\.\d+$/.test(match),
  }),
  shapeRecognizer({
    id: 'dotted-number',
    type: 'ID',
    description: 'five numbers or more parted by dots (object identifiers of studies and devices)',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 3, 4], next: '.', digitFollows: true }],
    pattern: '(?<![\\d.])\\d+(?:\\.\\d+){4,15}',
    confidence: 2,
  }),
  {
    id: 'code-with-digits',
    type: 'ID',
    description:
      'one to five letters and five digits or more, or eight letters and digits in any order with four digits',
    by: ['shape'],
    anchors: [{ on: 'mixed', lengths: Array.from({ length: 35 }, (_, index) => index + 6) }],
    find: findCode,
  },
  {
    id: 'dashed-code',
    type: 'ID',
    description: 'one to six letters or a code, a dash and five digits or more, dashes included',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '-_' }],
    find: findDashedCode,
    // Digits behind the dash can begin a number that reaches farther.
    overlaps: true,
  },
  shapeRecognizer({
    id: 'uuid',
    type: 'ID',
    description: 'thirty-two hexadecimal digits in the groups of a UUID',
    by: ['shape'],
    anchors: [
      { on: 'mixed', lengths: [8] },
      { on: 'digits', lengths: [8], next: '-' },
    ],
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])',
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'hash-number',
    type: 'ID',
    description: 'a number sign and five digits or more',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '#' }],
    pattern: '# ?([A-Za-z]{0,4}-?\\d{5,20})(?!\\d)',
    confidence: 1,
    coversGroup: true,
  }),
];

function findLongNumber({ text, at, tokenEnd }: Place): Finding | undefined {
  if (isLetter(text.charCodeAt(at - 1))) {
    return undefined;
  }
  let end = at;
  while (end < tokenEnd && text.charCodeAt(end) < 58) {
    end++;
  }
  if (
    end - at < 9 &&
    (COUNTED.test(text.slice(end, end + 11)) || /\d[.,]$/.test(text.slice(Math.max(0, at - 2), at)))
  ) {
    return undefined;
  }
  return { start: at, end: Math.max(end, tokenEnd), type: 'ID', confidence: 1 };
}

function findCode({ text, at, tokenEnd }: Place): Finding | undefined {
  const length = tokenEnd - at;
  if (length < 6) {
    return undefined;
  }
  const digits = countDigits(text, at, tokenEnd);
  const isCode = digits >= 5 || (length >= 8 && digits >= 4) || (length >= 20 && digits >= 2);
  return isCode && (length > 24 || !NO_CODE.test(text.slice(at, tokenEnd)))
    ? { start: at, end: tokenEnd, type: 'ID', confidence: 1 }
    : undefined;
}

/**
 * What looks like a code and is an amount with its unit (50000units), a size (10x10x5cm), a count of births (G2P1001), a public code of a trial or a gene variant or a
 * date, which its month gives away.
 */
const NO_CODE = new RegExp(
  `^(?:\\d{1,7}(?:units?|iu|mg|mcg|ml|cells|copies|k|steps|kcal)|\\d{1,3}(?:x\\d{1,3}){1,3}(?:[cm]m)?|g\\d{1,2}p\\d{4}|nct\\d{8}|rs\\d{3,8}|\\d{1,5}(?:del|ins|dup|inv)[acgt]{0,6}|\\d{1,2}(?:${ENGLISH_MONTHS})\\d{2,4})$`,
  'i',
);

/** Asked at the dash, it takes the letters before it too. */
function findDashedCode({ text, at }: Place): Finding | undefined {
  const end = isLetter(text.charCodeAt(at - 1)) ? matchEnd(DASHED_DIGITS, text, at) : -1;
  if (end < 0) {
    return undefined;
  }
  let start = at;
  while (start > 0 && at - start < 12 && isAlphanumeric(text.charCodeAt(start - 1))) {
    start--;
  }
  return { start, end, type: 'ID', confidence: 1 };
}
