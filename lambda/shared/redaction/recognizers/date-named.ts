import { wordBefore } from '../characters';
import { ENGLISH_MONTHS, MONTH_WORDS, ORDINAL_WORDS, OTHER_MONTHS } from '../data/month-names';
import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';
import { ATTACHED_TIME, DOSE, MEASURE, YEAR } from './date-parts';

const MONTH = `(?:${ENGLISH_MONTHS}|${OTHER_MONTHS})(?![a-z])\\.?`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?!\\d|:\\d)';
const DAYS = `${DAY}(?: ?(?:-|to|and|through|thru|&|,) ?${DAY}(?![a-z]))?`;
const YEAR_BEHIND = `(?:,? (?:of |in |de |del )?${YEAR}|, ?${YEAR}|[-/.]?(?:19|20)\\d{2}(?!\\d)|(?<=[a-z])\\d{2}(?!\\d)|[-/]\\d{2}(?!\\d)| \\d{2}(?![\\d/:%.]| ?${MEASURE}))?`;

/** A day, or two of them, at the end of what stands before a month. */
const DAY_BEFORE = new RegExp(
  `(?<![A-Za-z0-9]|\\d[.:/])(?:${DAY}(?: ?(?:-|to|and|&) ?${DAY})?\\.?|(?:${ORDINAL_WORDS}))(?: {0,2}(?:day )?(?:of |de )?| ?[-/.,] ?|\\s)$`,
  'i',
);
const BARE = sticky(`${MONTH}(?! ?\\d)`);

/** What says which month of that name it is; without it the month says less. */
const RELATIVE_BEFORE = /(?<![a-z])(?:last|this|next|past|previous|early|mid|late)[ -]$/i;
const MAX_RELATIVE = 10;

const WEEKDAY_WORDS = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['mon', 'tue', 'tues', 'wed', 'weds', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'],
];

/** Reaches into the date, which is found by itself, so that the two are one; a month in digits is parted by a slash. */
const WEEKDAY_BEFORE = sticky(
  `[a-z]{3,9}[.,]{0,2} {1,2}(?:the )?(?:\\d{1,2}/\\d{1,2}(?![\\d%])|\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{1,2}(?:st|nd|rd|th)(?![a-z])|\\d{1,2} ${MONTH}|${MONTH} {0,2}(?:the )?${DAY}(?![a-z]))`,
);
const MONTH_AND_YEAR = sticky(`${MONTH}${YEAR_BEHIND}${ATTACHED_TIME}`);

/** How far back a day can begin before a month. */
const MAX_DAY_BEFORE = 40;

/** `may 2 tabs`, `March 10 minutes`: what could be a verb and a bare number, where a unit follows. */
const VERB_AND_NUMBER = /^(?:may|mar|march|mars|mai|sep|dec)\.? ?\d{1,2}(?: ?(?:-|to) ?\d{1,2})?$/i;
const DOSED = sticky(` ?-?${DOSE}`);

/** Words that are verbs, measures or other things in lower case behind a number without a year. */
const HARDLY_A_MONTH = /^(?:may|mar|march|sep|dec|mai|mars)$/;

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
    pattern: `${MONTH}(?: {0,2}[-/,]? {0,2}|\\s)(?:the )?(?:${DAYS}(?!\\.\\d|[a-z])|(?:${ORDINAL_WORDS})(?![a-z]))${YEAR_BEHIND}${ATTACHED_TIME}`,
    confidence: 4,
    accepts: (match, { text, at }) =>
      !(VERB_AND_NUMBER.test(match) && matchEnd(DOSED, text, at + match.length) > 0),
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
  {
    id: 'date-day-month',
    type: 'DATE',
    description: 'day in digits or words, month in words, year if any, time if any',
    by: ['shape'],
    anchors: [{ on: 'word', words: MONTH_WORDS }],
    find: findDayMonth,
  },
  {
    id: 'date-bare-month',
    type: 'DATE',
    description:
      'a month without a day behind a word such as "since" or "last"; "last" and "next" are part of it',
    by: ['context'],
    anchors: [{ on: 'word', words: MONTH_WORDS.filter((word) => BARE_MONTH.test(word)) }],
    find: findBareMonth,
  },
  {
    id: 'date-weekday-before',
    type: 'DATE',
    description: 'a day of the week right before a date',
    by: ['context'],
    anchors: [{ on: 'word', words: WEEKDAY_WORDS }],
    find: ({ text, at }) => {
      const end = matchEnd(WEEKDAY_BEFORE, text, at);
      return end < 0 ? undefined : { start: at, end, type: 'DATE', confidence: 3 };
    },
    overlaps: true,
  },
  {
    ...shapeRecognizer({
      id: 'date-weekday',
      type: 'DATE',
      description: 'a day of the week behind "last", "on" and the like',
      by: ['context'],
      anchors: [{ on: 'word', words: ['last', 'this', 'next', 'past', 'previous', 'coming', 'since', 'on'] }],
      pattern:
        '(?:(?:since|on) )?((?:(?:last|this|next|past|previous|coming) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![a-z])',
      confidence: 1,
      coversGroup: true,
    }),
    overlaps: true,
  },
  shapeRecognizer({
    id: 'date-season',
    type: 'DATE',
    description: 'a season or a quarter with its year',
    by: ['shape'],
    anchors: [{ on: 'word', words: ['spring', 'summer', 'fall', 'autumn', 'winter', 'q'] }],
    pattern: `(?:spring|summer|fall|autumn|winter|q[1-4])(?:,? (?:of |in )?|[-/])${YEAR}`,
    confidence: 3,
  }),
  shapeRecognizer({
    id: 'date-holiday',
    type: 'DATE',
    description: 'a holiday, with its year if any',
    by: ['shape'],
    anchors: [
      {
        on: 'word',
        words: [
          'christmas',
          'thanksgiving',
          'easter',
          'halloween',
          'new',
          'labor',
          'memorial',
          'independence',
          'veterans',
          'valentine',
        ],
      },
    ],
    pattern: `(?:Christmas(?: Day| Eve)?(?! (?:[Dd]isease|[Ff]actor|[Tt]ree))|Thanksgiving(?: Day)?|Easter(?: Sunday| Monday)?|Halloween|New Year'?s?'?(?: Day| Eve)|(?:Labor|Memorial|Independence|Veterans'?|Valentine'?s) Day)(?:,? (?:of |in )?${YEAR})?`,
    confidence: 3,
    caseSensitive: true,
  }),
];

function findBareMonth({ text, at }: Place): Finding | undefined {
  const end = matchEnd(BARE, text, at);
  const isVerb = /^ma/.test(text.slice(at, at + 2));
  if (end < 0 || isVerb || !MONTH_PREPOSITIONS.has(wordBefore(text, at))) {
    return undefined;
  }
  const before = RELATIVE_BEFORE.exec(text.slice(Math.max(0, at - MAX_RELATIVE), at));
  return { start: at - (before?.[0].length ?? 0), end, type: 'DATE', confidence: 2 };
}

function findDayMonth({ text, at }: Place): Finding | undefined {
  if (!DAY_ENDS.has(text.charCodeAt(at - 1))) {
    return undefined;
  }
  const end = matchEnd(MONTH_AND_YEAR, text, at);
  const before = end < 0 ? null : DAY_BEFORE.exec(text.slice(Math.max(0, at - MAX_DAY_BEFORE), at));
  if (before === null || (/^\d+\.?\s*$/.test(before[0]) && isHardlyMonth(text.slice(at, end), before[0]))) {
    return undefined;
  }
  return { start: at - before[0].length, end, type: 'DATE', confidence: 4 };
}

/** A day ends, or is parted from its month, by one of these. */
const DAY_ENDS = new Set([...'0123456789stdh -/.,\n'].map((character) => character.charCodeAt(0)));

/** `3 may` and `x 3. May` without a year are a verb behind a number. */
function isHardlyMonth(month: string, before: string): boolean {
  return HARDLY_A_MONTH.test(month) || (before.includes('.') && /^May$/.test(month));
}
