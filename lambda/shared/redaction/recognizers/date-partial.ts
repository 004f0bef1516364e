import { wordBefore } from '../characters';
import type { Place, Recognizer } from '../recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';
import { ATTACHED_TIME, DOSE, isDayAndMonth, MEASURE } from './date-parts';

const PARTIAL = sticky(
  `(?<![\\d/.-])(\\d{1,2})([/-])(\\d{1,2})(?![\\d/%]|[.-]\\d{2,}[^\\d/])${ATTACHED_TIME}`,
);
const MEASURED = sticky(` ?-?${MEASURE}`);
const DOSED = sticky(` ?-?${DOSE}`);
const RANGE_END = sticky(' ?(?:-|to|through|thru|and|until) ?\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?!\\d)');
const NAMES_VISIT = sticky(' (?:visit|appt|appointment|admission|clinic|note|surgery)(?![a-z])');
const HEADS_NOTE = sticky(' ?[:;]');
const DAY_OF_MONTH = sticky(
  '(?:[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)(?= ?(?:[.;)?!]|$|of (?:this|last|next|the) month))',
);

/** Ways to say a day of which no single word is a date word: the abbreviation of discharge, a follow-up, a week or day "of". */
const DATE_PHRASE = /\b(?:d\/c'?d?|follow-up|f\/u|(?:week|as|night|day|morning|evening) of)[: ]{1,2}$/i;

/** Words behind which a day and month in digits are a date and not a fraction. */
const DATE_WORDS = new Set([
  ...[
    'on',
    'since',
    'adm',
    'admission',
    'discharge',
    'disch',
    'dated',
    'date',
    'dob',
    'born',
    'birthday',
    'seen',
    'admitted',
    'discharged',
    'admit',
    'dc',
  ],
  ...[
    'until',
    'till',
    'thru',
    'through',
    'before',
    'after',
    'by',
    'between',
    'starting',
    'started',
    'effective',
    'due',
  ],
  ...[
    'surgery',
    'died',
    'expired',
    'exp',
    'expires',
    'expiry',
    'collected',
    'drawn',
    'visit',
    'appt',
    'appointment',
  ],
  ...[
    'followup',
    'scheduled',
    'mon',
    'tue',
    'tues',
    'wed',
    'thu',
    'thur',
    'thurs',
    'fri',
    'sat',
    'sun',
    'monday',
  ],
  ...[
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
    'lmp',
    'edd',
    'edc',
    'dos',
    'doa',
    'from',
    'diagnosed',
    'treated',
    'evaluated',
    'hospitalized',
    'transferred',
    'yesterday',
    'today',
    'tomorrow',
  ],
]);

/** Dates in digits that lack the year, where something around them says that they are dates. */
export const PARTIAL_DATE_RECOGNIZERS: readonly Recognizer[] = [
  {
    id: 'date-partial',
    type: 'DATE',
    description:
      'day and month in digits behind a word such as "on", before a time, in a range, or at the head of a note',
    by: ['context'],
    anchors: [{ on: 'digits', lengths: [1, 2], next: '/-', digitFollows: true }],
    find: findPartial,
  },
  {
    id: 'date-day-of-month',
    type: 'DATE',
    description: 'an ordinal day behind "on the" where a sentence ends',
    by: ['context'],
    anchors: [{ on: 'digits', lengths: [1, 2], next: 'snrt' }],
    find: ({ text, at }) => {
      const end =
        text.slice(Math.max(0, at - 7), at).toLowerCase() === 'on the '
          ? matchEnd(DAY_OF_MONTH, text, at)
          : -1;
      return end < 0 ? undefined : { start: at, end, type: 'DATE', confidence: 2 };
    },
  },
];

function findPartial(place: Place): Finding | undefined {
  const { text, at } = place;
  PARTIAL.lastIndex = at;
  const match = PARTIAL.exec(text);
  if (match === null || !isDayAndMonth(Number(match[1]), Number(match[3]))) {
    return undefined;
  }
  const end = at + match[0].length;
  const short = at + (match[1]?.length ?? 0) + 1 + (match[3]?.length ?? 0);
  const isDate = match[2] === '/' ? isSlashDate(place, match, short) : isDashDate(place, short);
  return isDate || end > short
    ? { start: at, end: Math.max(end, rangeEnd(text, short)), type: 'DATE', confidence: 2 }
    : undefined;
}

function rangeEnd(text: string, at: number): number {
  return matchEnd(RANGE_END, text, at);
}

function isDashDate({ text, at }: Place, end: number): boolean {
  const word = wordBefore(text, at);
  return (
    word !== 'from' &&
    word !== 'after' &&
    DATE_WORDS.has(word) &&
    /^(?: ?[.,;:)]| ?$| (?:at|for|with|due)\b)/.test(text.slice(end, end + 8))
  );
}

function isSlashDate({ text, at }: Place, match: RegExpExecArray, end: number): boolean {
  if (matchEnd(DOSED, text, end) > 0) {
    return false;
  }
  if (DATE_WORDS.has(wordBefore(text, at)) || DATE_PHRASE.test(text.slice(Math.max(0, at - 13), at))) {
    return !isScore(match, text, end);
  }
  const [month, day] = [Number(match[1]), Number(match[3])];
  if (month > 12 || matchEnd(MEASURED, text, end) > 0) {
    return false;
  }
  const isRange = rangeEnd(text, end) > 0 && !isScore(match, text, end);
  const isHead = matchEnd(HEADS_NOTE, text, end) > 0 && startsLine(text, at);
  const isVisit = matchEnd(NAMES_VISIT, text, end) > 0 && !isScore(match, text, end);
  return isRange || isHead || isVisit || day > 12;
}

/** Pain is rated out of ten and strength out of five, from one score to another. */
function isScore(match: RegExpExecArray, text: string, end: number): boolean {
  const of = match[3];
  if (of !== '5' && of !== '10' && of !== '6') {
    return false;
  }
  return (
    Number(match[1]) <= Number(of) &&
    new RegExp(`^ ?(?:-|to|and) ?\\d{1,2}/${of}(?!\\d)|^.{0,16}\\b(?:pain|strength|motor)`, 'i').test(
      text.slice(end, end + 28),
    )
  );
}

function startsLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return at === 0 || /[\n*-] ?$/.test(before);
}
