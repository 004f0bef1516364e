import { type CivilDate, calendarDayOf, civilDateOf, dayNumberOf } from './civil-date';
import { toDayNumber } from './day-number';

/** The date some calendar days later, the first day not counted; earlier where days is negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOf(dayNumberOf(date) + days);
}

/** Days from one date to another, negative where the second is the earlier one. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** The 31 December of a date's year. */
export function endOfYear(date: CivilDate): CivilDate {
  return civilDateOf(toDayNumber({ year: calendarDayOf(date).year, month: 12, day: 31 }));
}
