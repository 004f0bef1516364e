import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import { ATTACHED_TIME, isDayAndMonth } from './date-parts';

const NUMBERS = /\d+/g;

/** Dates in digits. @see 45 CFR 164.514(b)(2)(i)(C) */
export const NUMERIC_DATE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'date-full-year-last',
    type: 'DATE',
    description: 'day, month and a four-digit year in either order; impossible days count as mistyped',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2], next: '/-. ', digitFollows: true }],
    pattern: `\\d{1,2} ?([/.-]) ?\\d{1,2} ?\\1 ?(?:1[89]|20|21)\\d{2}(?!\\d)${ATTACHED_TIME}`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'date-spaced',
    type: 'DATE',
    description: 'two digits, two digits and a four-digit year parted by spaces',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [2], next: ' ', digitFollows: true }],
    pattern: `\\d{2} \\d{2} (?:19|20)\\d{2}(?![\\d.])${ATTACHED_TIME}`,
    confidence: 2,
    accepts: (match) => isPlausible(match),
  }),
  shapeRecognizer({
    id: 'date-short-year',
    type: 'DATE',
    description: 'day, month and a two-digit year, or the year first, where they are possible',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2], next: '/-.', digitFollows: true }],
    pattern: `(?<![\\d.]\\.)\\d{1,2}([/.-])\\d{1,2}\\1'?\\d{2}(?!\\d|\\1\\d)${ATTACHED_TIME}`,
    confidence: 3,
    accepts: (match) => isPlausible(match),
  }),
  shapeRecognizer({
    id: 'date-year-first',
    type: 'DATE',
    description: 'year, month, day (ISO 8601 and its like), with time',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [4], next: '/-._ ', digitFollows: true }],
    pattern: `(?:1[89]|20|21)\\d{2} ?([/.\\-_]) ?\\d{1,2} ?\\1 ?\\d{1,2}(?!\\d)${ATTACHED_TIME}`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'date-characters',
    type: 'DATE',
    description: 'year, month and day with the characters of Chinese, Japanese or Korean behind them',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2, 4], next: '\u5e74' }],
    pattern: '(?:\\d{4} ?[\u5e74\ub144] ?)?\\d{1,2} ?[\u6708\uc6d4](?: ?\\d{1,2} ?[\u65e5\u53f7\uc77c])?',
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'date-year-and-month',
    type: 'DATE',
    description: 'year and month, ordinal day or week of a year',
    by: ['shape'],
    anchors: [
      { on: 'digits', lengths: [4], next: '/-', digitFollows: true },
      { on: 'digits', lengths: [4], next: 'WwQq- ' },
    ],
    pattern:
      '(?:19|20)\\d{2}(?:[/-](?:0[1-9]|1[0-2])|-?W[0-5]\\d(?:-?[1-7])?|[- ]?Q[1-4](?![0-9A-Za-z])|-[0-3]\\d{2})(?![\\d/]|-\\d)',
    confidence: 3,
  }),
  shapeRecognizer({
    id: 'date-month-and-year',
    type: 'DATE',
    description: 'month and a four-digit year',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2], next: '/-.', digitFollows: true }],
    pattern: '(?<![\\d/.-])(?:0?[1-9]|1[0-2])[/.-](?:19|20)\\d{2}(?![\\d/]|[.-]\\d)',
    confidence: 3,
  }),
  shapeRecognizer({
    id: 'date-compact',
    type: 'DATE',
    description: 'eight digits that are a day between 1900 and 2099, with the time that HL7 and ISO attach',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [8, 10, 12, 14] }],
    pattern:
      '(?:(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:T?[0-2]\\d[0-5]\\d(?:[0-5]\\d)?)?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:19|20)\\d{2})(?:\\.\\d{1,6})?(?:Z|[+-]\\d{4})?(?![0-9A-Za-z])',
    confidence: 3,
  }),
];

/** Whether three numbers can be a date: two of them a day and a month next to each other. */
function isPlausible(match: string): boolean {
  const [first = 0, second = 0, third = 0] = (match.match(NUMBERS) ?? []).map(Number);
  return isDayAndMonth(first, second) || isDayAndMonth(second, third);
}
