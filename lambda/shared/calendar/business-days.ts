import { type CivilDate, civilDateOf, dayNumberOf } from './civil-date';

const WORKING_DAYS = 5;

/**
 * The date some business days later, the first day not counted. Business days are Monday to Friday and nothing else:
 * holidays count, because the earlier date is the safe one.
 * @throws RangeError where days is no whole number from 0
 */
export function addBusinessDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isSafeInteger(days) || days < 0) {
    throw new RangeError(`'days' must be a whole number from 0, got: ${days}`);
  }
  const start = dayNumberOf(date);
  const weekday = weekdayOf(start);
  const counted = Math.min(weekday, WORKING_DAYS - 1);
  const fromMonday = counted + days;
  const later = Math.floor(fromMonday / WORKING_DAYS) * 7 + (fromMonday % WORKING_DAYS);
  return days === 0 ? date : civilDateOf(start - weekday + later);
}

/** 0 for Monday to 6 for Sunday: day number 0, 1970-01-01, was a Thursday. */
function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}
