import { ibanHolds, luhnHolds } from '../check-digits';
import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

/** Account numbers that are known by their shape. @see 45 CFR 164.514(b)(2)(i)(J) */
export const FINANCIAL_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'payment-card',
    type: 'ACCOUNT',
    description: 'thirteen to nineteen digits, whole or in the groups of cards',
    by: ['shape', 'check-digit'],
    anchors: [
      { on: 'digits', lengths: [13, 14, 15, 16, 17, 18, 19] },
      { on: 'digits', lengths: [4], next: ' -.', digitFollows: true },
    ],
    pattern:
      '(?:3[47]\\d{13}|(?!\\d{15}(?!\\d))\\d{13,19}|\\d{4}([ .-]{1,2})\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{1,3})?|\\d{4}([ .-])\\d{6}\\2\\d{4,5})(?![0-9A-Za-z])',
    confidence: 2,
    checked: { confidence: 4, holds: luhnHolds },
  }),
  shapeRecognizer({
    id: 'payment-card-masked',
    type: 'ACCOUNT',
    description: 'the last digits of a card or account behind a mask',
    by: ['shape'],
    anchors: [
      { on: 'character', characters: '*#' },
      { on: 'word', words: ['xxxx', 'xxxxxxxx', 'xxxxxxxxxxxx', 'xxxxxx', 'xxxxxxx'] },
    ],
    pattern: '(?:[*x#]{4}[ -]?){1,4}\\d{3,4}(?![0-9A-Za-z])',
    confidence: 3,
  }),
  shapeRecognizer({
    id: 'iban',
    type: 'ACCOUNT',
    description: 'a country, two check digits and eleven to thirty letters and digits, whole or in fours',
    by: ['shape', 'check-digit'],
    anchors: [{ on: 'mixed', lengths: [4, ...Array.from({ length: 20 }, (_, index) => index + 15)] }],
    pattern: '[A-Z]{2}\\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?)(?![A-Za-z0-9])',
    confidence: 3,
    caseSensitive: true,
    accepts: (match) => /\d{3}/.test(match.slice(4).replaceAll(' ', '')),
    checked: { confidence: 5, holds: ibanHolds },
  }),
];
