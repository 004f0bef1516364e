import { z } from 'zod';
import { isCalendarDate } from '../checks/calendar-date';

/** A date that exists. */
export const calendarDate = z
  .string({ error: "must be a date, like '2026-11-21'" })
  .refine(isCalendarDate, { error: "must be a date that exists, like '2026-11-21'" });

/** A text of one line and bounded length, in which nothing steers a terminal or a log. */
export function line(shortest: number, longest: number) {
  const error = `must be one line of ${shortest} to ${longest} characters`;
  return z
    .string({ error })
    .refine(
      (text) =>
        text.trim().length >= shortest && text.length <= longest && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text),
      { error },
    );
}

/** A role, never a person: records that travel name no one. */
export const roleName = line(3, 60).refine((text) => !text.includes('@'), {
  error: "must be a role, like 'security officer'",
});

/** The day so many calendar months after another, the last of the month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
