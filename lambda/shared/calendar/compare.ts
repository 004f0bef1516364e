import type { CivilDate } from './civil-date';

/** Negative, zero or positive as the first date is before, on or after the second. */
export function compareDates(first: CivilDate, second: CivilDate): number {
  if (first === second) {
    return 0;
  }
  return first < second ? -1 : 1;
}

/** The earliest of the dates. */
export function earliest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return others.reduce((found, date) => (date < found ? date : found), first);
}

/** The latest of the dates. */
export function latest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return others.reduce((found, date) => (date > found ? date : found), first);
}
