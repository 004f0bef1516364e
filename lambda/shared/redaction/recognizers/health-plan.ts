import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

const LETTER = '[AC-HJKMNP-RT-Y]';
const EITHER = '[AC-HJKMNP-RT-Y0-9]';

/** Beneficiary numbers that are known by their shape. @see 45 CFR 164.514(b)(2)(i)(I) */
export const HEALTH_PLAN_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'mbi',
    type: 'HEALTH_PLAN',
    description: 'Medicare Beneficiary Identifier: eleven positions of fixed kinds, whole or as 4-3-4',
    by: ['shape'],
    anchors: [{ on: 'mixed', lengths: [4, 11] }],
    pattern: `[1-9]${LETTER}${EITHER}\\d[- ]?${LETTER}${EITHER}\\d[- ]?${LETTER}{2}\\d{2}(?![A-Za-z0-9])`,
    confidence: 5,
  }),
];
