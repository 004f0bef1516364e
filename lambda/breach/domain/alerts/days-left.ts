import { daysBetween } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';

/** How far off a date is, as people say it: `17 days left`, `due today`, `3 days overdue`. */
export function daysLeft(due: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, due);
  if (days === 0) {
    return 'due today';
  }
  return days > 0 ? `${inDays(days)} left` : `${inDays(-days)} overdue`;
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
