import { deaHolds, npiHolds } from '../check-digits';
import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

/** Certificate and licence numbers that are known by their shape. @see 45 CFR 164.514(b)(2)(i)(K) */
export const LICENSE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'dea-number',
    type: 'LICENSE',
    description: 'a registrant letter, a letter or 9, and seven digits',
    by: ['shape', 'check-digit'],
    anchors: [{ on: 'mixed', lengths: [9] }],
    pattern: '[A-HJ-NP-UX][A-Z9]\\d{7}(?![A-Za-z0-9])',
    confidence: 2,
    caseSensitive: true,
    checked: { confidence: 4, holds: deaHolds },
  }),
  shapeRecognizer({
    id: 'npi',
    type: 'LICENSE',
    description: 'ten digits that begin with 1 or 2',
    by: ['shape', 'check-digit'],
    anchors: [{ on: 'digits', lengths: [10] }],
    pattern: '[12]\\d{9}(?![0-9A-Za-z])',
    confidence: 1,
    checked: { confidence: 4, holds: npiHolds },
  }),
];
