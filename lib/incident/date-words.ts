import { daysBetween } from '../../lambda/shared/calendar/calendar-days';
import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { plural } from '../report/plural';

/** When a day was or will be, as people say it: `today`, `1 day ago`, `in 17 days`. */
export function dayWords(day: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  return days < 0 ? `${plural(-days, 'day')} ago` : `in ${plural(days, 'day')}`;
}

/** An instant to the minute, `2026-03-04 05:06 UTC`: a day alone can be another one where the reader is. */
export function instantWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
