import { countDigits, isAlphanumeric, isDigit, isLetter } from '../characters';
import { placeholderEnd } from '../placeholder';
import { matchEnd, sticky } from '../sticky';
import type { LabelRow } from './label-row';

/** A value behind a label. */
export interface ValueRange {
  readonly start: number;
  readonly end: number;
}

const FILLER_MARKS = sticky('[\\s:=#"\'`()<*|~>_\\-,.;[{\\]]{1,8}');
const FILLER_WORDS = sticky(
  '(?:number|numbers|num|nos?|nbr|nr|ids?|code|is|was|are|were|of|for|the|this|that|on|at|file|card|ending|ends|end|in|with|as|listed|assigned|recorded|changed|to|new|old|current|currently|updated|following|below|reads?|equals?|has|been|his|her|their|my|our|your|it|s(?= )|patient|pt|and|or|last|four|digits|reported|given|known|under|via|by|me|him|them|us|direct|line|main|office|toll|free|emergency|contact|primary|secondary|home|work|cell|mobile|value|label|display|system|type|mr|use|usual)(?![a-z0-9]|[-_.]\\d)',
);

/** Eight fillers reach over "number on file for this patient is: #". */
const MOST_FILLERS = 12;

/** The farthest that a value may be from a label that means nothing else. */
const REACH = 48;

/** Plates have at most ten characters and two marks. */
const LONGEST_PLATE = 12;

/** The longest value; what goes on behind it is long enough to be found by its shape. */
const LONGEST_VALUE = 64;

const SPACED_GROUPS = sticky(
  '(?:\\d{2,4}|[A-Z]{1,4}\\d{0,4})(?:(?:\\)[ -]?| - | )\\d{2,6}(?:-\\d{2,6})?){1,5}(?: [A-Z](?= ?(?:[.,;)]|$)))?(?![\\d/.:%]|[-]\\d| ?(?:mg|ml|mcg|%|years?|yo|y/o|weeks?|days?)\\b)',
  '',
);
/** `8 8 1 2 0 9` */
const SPACED_DIGITS = sticky('\\d(?: \\d){3,19}(?![\\d/.:%])');

/** Capital letters and digits: `A-77`, `12A`. */
const SHORT_CODE = /^(?=.?[A-Z]|.*[A-Z]$)[A-Z0-9-]{3,8}$/;
const PHONE_LIKE = sticky('\\+?\\(?\\d(?:\\d|\\)|\\((?=\\d)|[ .\\-/]{1,3}(?=[(\\d])){0,24}');
const EXTENSION = sticky('[ ,;]{0,3}(?:ext(?:ension)?|x|#)[ .:#]{0,3}\\d{1,6}(?!\\d)');
const DATE_LIKE = sticky('\\d{1,4}(?:[ ./,-]{1,2}\\d{1,4}){1,2}(?!\\d)|\\d{6,8}(?!\\d)');
const PLATES = [
  sticky('[A-Z0-9]{1,8}[ -][A-Z0-9]{1,5}(?:[ -]\\d{1,4})?(?![A-Za-z0-9])', ''),
  sticky('[A-Z0-9]{2,10}(?![A-Za-z0-9])', ''),
];
const ANY_WORD = sticky('@?[A-Za-z0-9][A-Za-z0-9._@+-]{1,62}');
const ACCOUNT_LIKE = sticky('@[a-z]|(?=[a-z0-9._-]{0,30}[0-9])(?=[a-z0-9._-]{0,30}[a-z])');
const EXPLICIT = sticky('["\']? ?[:=] ?["\']?');
const MEASURED = sticky(
  ' ?(?:mg|mcg|ml|iu|units?|cells?|copies|mmol|meq|%|cfu|x ?10|patients|years?|days|weeks|kcal|steps)\\b',
);
const YEAR = /^(?:19|20)\d{2}$/;
const RANGE = /^\d{1,4}-\d{1,5}$/;
const SENTENCE_END = /[.!?;]\s|\n/;

/** The value that belongs to a label which ends at `at`, if there is one. */
export function findValue(text: string, at: number, row: LabelRow): ValueRange | undefined {
  const start = skipFillers(text, at);
  const redacted = placeholderEnd(text, start);
  if (redacted > 0) {
    return findNextValue(text, redacted, row);
  }
  return readValue(text, start, row, at) ?? (row.isStrong ? findFartherValue(text, at, row) : undefined);
}

/** The next value of a list that goes on behind `at`, if there is one; shorter numbers are something else. */
export function findNextValue(text: string, at: number, row: LabelRow): ValueRange | undefined {
  const separator = matchEnd(LIST_SEPARATOR, text, at);
  const next = separator < 0 ? undefined : readValue(text, separator, row, separator);
  return next !== undefined &&
    countDigits(text, next.start, next.end) >= 5 &&
    !isAmount(text, next.start, next.end)
    ? next
    : undefined;
}

const LIST_SEPARATOR = sticky(
  '(?: ?(?:,|;|/|&|and|or|to|but|->)|(?<=\\]))(?: (?:and|or|new|now|old|then|not|is|was)){0,2} {0,2}#?(?=[A-Z0-9])',
);

function skipFillers(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < MOST_FILLERS; count++) {
    if (text.charCodeAt(at) === 91 && placeholderEnd(text, at) > 0) {
      return at;
    }
    const end = skipFiller(text, at);
    if (end < 0) {
      return at;
    }
    at = end;
  }
  return at;
}

function skipFiller(text: string, at: number): number {
  if (isLetter(text.charCodeAt(at))) {
    return isAlphanumeric(text.charCodeAt(at - 1)) ? -1 : matchEnd(FILLER_WORDS, text, at);
  }
  const end = matchEnd(FILLER_MARKS, text, at);
  const bracket = end < 0 ? -1 : text.slice(at, end).lastIndexOf('[');
  return bracket > 0 && placeholderEnd(text, at + bracket) > 0 ? at + bracket : end;
}

/** A long value a few words further on, in the same sentence and before anything that was redacted. */
function findFartherValue(text: string, from: number, row: LabelRow): ValueRange | undefined {
  const window = text.slice(from, from + REACH);
  const stop = window.search(SENTENCE_END);
  const bracket = window.indexOf('[');
  const limit = Math.min(...[stop, bracket].filter((index) => index >= 0), window.length);
  const offset = window.slice(0, limit).search(/\d/);
  if (offset < 0) {
    return undefined;
  }
  let start = from + offset;
  while (start > from && isAlphanumeric(text.charCodeAt(start - 1))) {
    start--;
  }
  const value = readValue(text, start, row, from);
  return value === undefined ||
    countDigits(text, value.start, value.end) < 5 ||
    isAmount(text, value.start, value.end)
    ? undefined
    : value;
}

/** Whether a short number is a year or has a unit: right behind a label that means nothing else it is neither. */
function isAmount(text: string, start: number, end: number): boolean {
  return (
    YEAR.test(text.slice(start, end)) ||
    ((countDigits(text, start, end) < 7 || RANGE.test(text.slice(start, end))) &&
      matchEnd(MEASURED, text, end) > 0)
  );
}

function readValue(text: string, start: number, row: LabelRow, labelEnd: number): ValueRange | undefined {
  const end = valueEnd(text, start, row, labelEnd);
  return end > start ? { start, end } : undefined;
}

function valueEnd(text: string, start: number, row: LabelRow, labelEnd: number): number {
  switch (row.value) {
    case 'code':
      return codeEnd(text, start, row, labelEnd);
    case 'number':
      return numberEnd(text, start, row);
    case 'plate':
      return plateEnd(text, start, row);
    case 'date':
      return matchEnd(DATE_LIKE, text, start);
    case 'word':
      return matchEnd(EXPLICIT, text, labelEnd) < 0 && matchEnd(ACCOUNT_LIKE, text, start) < 0
        ? -1
        : matchEnd(ANY_WORD, text, start);
  }
}

function codeEnd(text: string, start: number, row: LabelRow, labelEnd: number): number {
  const joined = joinedEnd(text, start);
  const spaced = spacedEnd(text, start);
  const isSpaced = spaced > joined && (row.isStrong || !isAmount(text, start, spaced));
  const end = isSpaced ? spaced : joined;
  const digits = countDigits(text, start, end);
  if (digits >= row.minDigits && digits > 0) {
    return !row.isStrong && isAmount(text, start, end) ? -1 : end;
  }
  if (row.isStrong && digits > 1 && SHORT_CODE.test(text.slice(start, joined))) {
    return joined;
  }
  const isExplicit = matchEnd(EXPLICIT, text, labelEnd) > 0;
  return row.isStrong && isExplicit && /^[A-Z]{5,}$/.test(text.slice(start, joined)) ? joined : -1;
}

/** Groups of digits, or single digits, with a space between them. */
function spacedEnd(text: string, start: number): number {
  const groups = matchEnd(SPACED_GROUPS, text, start);
  return groups < 0 && text.charCodeAt(start + 1) === 32 ? matchEnd(SPACED_DIGITS, text, start) : groups;
}

/** Letters and digits with single marks inside; a mark at the end is punctuation. */
function joinedEnd(text: string, start: number): number {
  let end = start;
  const limit = Math.min(text.length, start + LONGEST_VALUE);
  while (end < limit && (isAlphanumeric(text.charCodeAt(end)) || joins(text, end))) {
    end++;
  }
  return end;
}

function joins(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const mark = text.charAt(at);
  return '-_'.includes(mark)
    ? isAlphanumeric(next) || '-_'.includes(text.charAt(at + 1))
    : './*:'.includes(mark) && isDigit(next);
}

function numberEnd(text: string, start: number, row: LabelRow): number {
  const end = matchEnd(PHONE_LIKE, text, start);
  const digits = end < 0 ? 0 : countDigits(text, start, end);
  if (digits < row.minDigits || digits > 17) {
    return -1;
  }
  return Math.max(end, matchEnd(EXTENSION, text, end));
}

/** The longer reading, unless it is too long for a plate. */
function plateEnd(text: string, start: number, row: LabelRow): number {
  for (const plate of PLATES) {
    const end = matchEnd(plate, text, start);
    if (end > start && end - start <= LONGEST_PLATE && countDigits(text, start, end) >= row.minDigits) {
      return end;
    }
  }
  return -1;
}
