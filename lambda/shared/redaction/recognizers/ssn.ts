import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

/** What may part the groups of a number: one mark or space, with a space on either side of a mark, or a dash where a line ends. */
const PART = '(?: ?[-./_,] ?| |-\\r?\\n)';

/**
 * Social Security numbers, by their shape of three, two and four digits. Numbers that were never issued count too: a
 * wrong digit does not make a note harmless. ITIN, ATIN and HICN have the same shape.
 */
export const SSN_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'ssn-grouped',
    type: 'SSN',
    description: 'three, two and four digits, parted by a dash, dot, slash, underscore, comma or space',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [3], next: '-./_, ', digitFollows: true }],
    pattern: `\\d{3}(${PART})\\d{2}(?:\\1|${PART})\\d{4}(?!\\d)`,
    confidence: 4,
    accepts: (match) => !/^\d{3}, ?\d{2}, ?\d{4}$/.test(match),
  }),
  shapeRecognizer({
    id: 'ssn-masked',
    type: 'SSN',
    description: 'the last four digits behind a mask (***-**-1234, xxx-xx-1234)',
    by: ['shape'],
    anchors: [
      { on: 'character', characters: '*#' },
      { on: 'word', words: ['xxx', 'xxxxx', 'x'] },
    ],
    pattern: '(?:[*x#]{3}[- ]?[*x#]{2}|[*x#]{5})[- ]?\\d{4}(?![0-9A-Za-z])',
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'hicn',
    type: 'HEALTH_PLAN',
    description: 'former Medicare claim numbers: a Social Security number and a suffix of a letter',
    by: ['shape'],
    anchors: [
      { on: 'digits', lengths: [3], next: '- ', digitFollows: true },
      { on: 'digits', lengths: [9] },
    ],
    pattern: '\\d{3}([- ]?)\\d{2}\\1\\d{4}[- ]?[A-FJKMTW][1-9A-Z]?(?![0-9A-Za-z])',
    confidence: 5,
    caseSensitive: true,
  }),
];
