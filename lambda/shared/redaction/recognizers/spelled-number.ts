import type { IdentifierType } from '../identifier-types';
import type { Place, Recognizer } from '../recognizer';
import type { Finding } from '../span';
import { matchEnd, sticky } from '../sticky';

const DIGIT_WORDS = [
  'zero',
  'oh',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'niner',
] as const;
const REPEATS = ['double', 'triple'] as const;

/** One spoken digit, or a digit among spoken ones, with what parts it from the next. */
const ELEMENT = sticky(`(?:(double|triple) )?(?:${DIGIT_WORDS.join('|')}|[0-9](?![0-9]))(?![a-z0-9])`);
const PART = sticky('[ ,.-]{1,3}(?:dash |hyphen |space |area code )?');

/** A single digit behind another one. */
const NEXT_DIGIT = sticky('[ -]{1,3}\\d(?![\\dA-Za-z]|[.,/]\\d)');
const LIST_GOES_ON = sticky('[ ,-]{1,3}\\d');

/** More elements than this are taken in pieces, so that an anchor costs a bounded time. */
const LONGEST = 64;

/** Fewer spoken digits than this may be a list of amounts. */
const SHORTEST = 7;

/** Numbers that are spelled out: digit by digit in words, or with a space between digits. */
export const SPELLED_NUMBER_RECOGNIZERS: readonly Recognizer[] = [
  {
    id: 'spoken-number',
    type: 'ID',
    description:
      'seven or more digits in words; nine are a Social Security number, seven or ten a telephone number',
    by: ['shape'],
    anchors: [{ on: 'word', words: [...DIGIT_WORDS, ...REPEATS] }],
    find: findSpoken,
  },
  {
    id: 'spaced-digits',
    type: 'ID',
    description:
      'seven or more single digits with a space or dash between any two; nine are a Social Security number',
    by: ['shape'],
    anchors: [{ on: 'digits', lengths: [1], next: ' -', digitFollows: true }],
    find: findSpaced,
  },
];

function findSpoken({ text, at }: Place): Finding | undefined {
  let end = at;
  let count = 0;
  for (let next = at; next >= 0 && count < LONGEST; next = matchEnd(PART, text, end)) {
    ELEMENT.lastIndex = next;
    const element = ELEMENT.exec(text);
    if (element === null) {
      break;
    }
    count += repeatsOf(element[1]);
    end = ELEMENT.lastIndex;
  }
  return count < SHORTEST ? undefined : { start: at, end, type: typeOf(count), confidence: 2 };
}

function repeatsOf(word: string | undefined): number {
  if (word === undefined) {
    return 1;
  }
  return word.toLowerCase() === 'double' ? 2 : 3;
}

function typeOf(count: number): IdentifierType {
  if (count === 9) {
    return 'SSN';
  }
  return count === 7 || count === 10 || count === 11 ? 'PHONE' : 'ID';
}

function findSpaced({ text, at }: Place): Finding | undefined {
  if (/[\d.,]/.test(text.charAt(at - 1))) {
    return undefined;
  }
  let end = at + 1;
  let count = 1;
  for (let next = end; next > 0 && count < LONGEST; next = matchEnd(NEXT_DIGIT, text, end)) {
    count += Number(next > end);
    end = next;
  }
  const isList = count < LONGEST && matchEnd(LIST_GOES_ON, text, end) > 0;
  return count < SHORTEST || isList ? undefined : { start: at, end, type: typeOf(count), confidence: 2 };
}
