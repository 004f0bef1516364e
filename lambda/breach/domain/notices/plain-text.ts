import { type CivilDate, calendarDayOf } from '../../../shared/calendar/civil-date';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Somebody's words as one line of Markdown that stays plain text: no markup, no HTML, no invisible characters. */
export function plainText(words: string): string {
  return words
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]>#|~!]/g, '\\$&')
    .replace(/^[-+](?=[- ]|$)/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}

/** {@link plainText} that ends like a sentence. */
export function plainSentence(words: string): string {
  const text = plainText(words);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A date as a letter writes it: `January 15, 2026`. */
export function dateInWords(date: CivilDate): string {
  const { year, month, day } = calendarDayOf(date);
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}
