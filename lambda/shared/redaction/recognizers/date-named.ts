import { wordBefore } from '../characters';
import { ENGLISH_MONTHS, MONTH_WORDS, ORDINAL_WORDS, OTHER_MONTHS } from '../data/month-names';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import { ATTACHED_TIME, MEASURE, YEAR } from './date-parts';

const MONTH = `(?:${ENGLISH_MONTHS}|${OTHER_MONTHS})(?![a-z])\\.?`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?!\\d|:\\d)';
const DAYS = `${DAY}(?: ?(?:-|to|and|through|thru|&|,) ?${DAY}(?![a-z]))?`;
const YEAR_BEHIND = `(?:,? (?:of |in |de |del )?${YEAR}|, ?${YEAR}|[-/.]?(?:19|20)\\d{2}(?!\\d)|[-/]\\d{2}(?!\\d)| \\d{2}(?![\\d/:%.]| ?${MEASURE}))?`;

/** Words before a bare month that make it a time; "may" and "march" are verbs without them. */
const MONTH_PREPOSITIONS = new Set([
  ...[
    'in',
    'since',
    'last',
    'this',
    'next',
    'until',
    'till',
    'by',
    'during',
    'early',
    'late',
    'mid',
    'through',
  ],
  ...['from', 'before', 'after', 'around', 'past', 'previous', 'every', 'en', 'im', 'seit', 'depuis'],
]);

/** Abbreviations that mean something else far more often: no bare month is read out of them. */
const BARE_MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|abril|agosto|jan|feb|apr|aug|sept?|oct|nov|dec)$/i;

/** Dates with the month in words. @see 45 CFR 164.514(b)(2)(i)(C) */
export const NAMED_DATE_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'date-month-day',
    type: 'DATE',
    description: 'month in words, day or days, year if any, time if any',
    by: ['shape'],
    anchors: [{ on: 'word', words: MONTH_WORDS }],
    pattern: `${MONTH}(?: {0,2}[-/,]? {0,2}|\\s)(?:the )?(?:${DAYS}(?!\\.\\d| ?${MEASURE}|[a-z])|(?:${ORDINAL_WORDS})(?![a-z]))${YEAR_BEHIND}${ATTACHED_TIME}`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'date-month-year',
    type: 'DATE',
    description: 'month in words and a year',
    by: ['shape'],
    anchors: [{ on: 'word', words: MONTH_WORDS }],
    pattern: `${MONTH}(?:,? {0,2}(?:of |in |de |del )?|[-/]|\\s)(?:${YEAR}|(?<=[-/])\\d{2}(?!\\d))`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'date-day-month',
    type: 'DATE',
    description: 'day, month in words, year if any, time if any',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1, 2] }],
    pattern: `${DAY}(?: ?(?:-|to|and|&) ?${DAY})?\\.?(?: {0,2}(?:day )?(?:of |de )?| ?[-/.] ?|\\s)${MONTH}${YEAR_BEHIND}${ATTACHED_TIME}`,
    confidence: 4,
    accepts: (match) => !/\d\s+(?:may|mar|marched|march|sep|dec|mai|mars)$/.test(match),
  }),
  shapeRecognizer({
    id: 'date-ordinal-month',
    type: 'DATE',
    description: 'day in words and month in words, year if any',
    by: ['shape'],
    anchors: [{ on: 'word', words: ORDINAL_WORDS.split('|').map((word) => word.split('[')[0] ?? word) }],
    pattern: `(?:${ORDINAL_WORDS}) (?:day )?(?:of )?${MONTH}${YEAR_BEHIND}`,
    confidence: 4,
  }),
  shapeRecognizer({
    id: 'date-bare-month',
    type: 'DATE',
    description: 'a month without a day behind a word such as "since" or "last"',
    by: ['context'],
    anchors: [{ on: 'word', words: MONTH_WORDS.filter((word) => BARE_MONTH.test(word)) }],
    pattern: `${MONTH}(?! ?\\d)`,
    confidence: 2,
    accepts: isBareMonth,
  }),
  shapeRecognizer({
    id: 'date-season',
    type: 'DATE',
    description: 'a season, a holiday or a quarter with its year',
    by: ['shape'],
    anchors: [
      {
        on: 'word',
        words: [
          'spring',
          'summer',
          'fall',
          'autumn',
          'winter',
          'christmas',
          'thanksgiving',
          'easter',
          'halloween',
          'q',
        ],
      },
    ],
    pattern: `(?:spring|summer|fall|autumn|winter|christmas(?: day| eve)?|thanksgiving(?: day)?|easter(?: sunday| monday)?|halloween|q[1-4])(?:,? (?:of |in )?|[-/])${YEAR}`,
    confidence: 3,
  }),
];

function isBareMonth(match: string, { text, at }: Place): boolean {
  const isCapital = /^[A-Z]/.test(match);
  return (isCapital || !/^ma/i.test(match)) && MONTH_PREPOSITIONS.has(wordBefore(text, at));
}
