import { type CalendarDay, fromDayNumber, toDayNumber } from './day-number';

declare const civilDate: unique symbol;

/** A day of the calendar as people write it, `YYYY-MM-DD` from year 0001 to 9999: no time, no time zone. Text order is time order. */
export type CivilDate = string & { readonly [civilDate]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MAX_YEAR = 9999;

/** Whether a value is a date that exists: 2026-02-30 and 2026-1-5 are not. */
export function isCivilDate(value: unknown): value is CivilDate {
  const day = typeof value === 'string' ? readDay(value) : undefined;
  if (day === undefined || day.year < 1 || day.month < 1 || day.month > 12 || day.day < 1) {
    return false;
  }
  const back = fromDayNumber(toDayNumber(day));
  return back.year === day.year && back.month === day.month && back.day === day.day;
}

/**
 * The date that a text names.
 * @throws RangeError where the text is no date that exists
 */
export function parseCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) {
    throw new RangeError(
      `'date' must be a date that exists, YYYY-MM-DD, got: ${JSON.stringify(text.slice(0, 40))}`,
    );
  }
  return text;
}

/**
 * The date of a day number.
 * @throws RangeError outside the years 0001 to 9999
 */
export function civilDateOf(dayNumber: number): CivilDate {
  const { year, month, day } = fromDayNumber(dayNumber);
  if (!Number.isSafeInteger(dayNumber) || year < 1 || year > MAX_YEAR) {
    throw new RangeError(`'dayNumber' must be a day of the years 1 to ${MAX_YEAR}, got: ${dayNumber}`);
  }
  return parseCivilDate([String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-'));
}

/** The day number of a date, days since 1970-01-01. */
export function dayNumberOf(date: CivilDate): number {
  return toDayNumber(calendarDayOf(date));
}

/** Year, month and day of a date. */
export function calendarDayOf(date: CivilDate): CalendarDay {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function readDay(text: string): CalendarDay | undefined {
  const match = SHAPE.exec(text);
  return match === null
    ? undefined
    : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
