import { daysBetween } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { AlertChannel } from '../alerts/outbox-message';

/** Overdue, as a threshold. */
const OVERDUE = -1;

/** When people are reminded, in days before a date, the most urgent first, and whom that reaches. */
const THRESHOLDS: readonly { readonly days: number; readonly channel: AlertChannel }[] = [
  { days: OVERDUE, channel: 'escalation' },
  { days: 1, channel: 'critical' },
  { days: 3, channel: 'high' },
  { days: 7, channel: 'high' },
  { days: 14, channel: 'medium' },
  { days: 30, channel: 'medium' },
];

/** The most urgent threshold that a date has passed; undefined while it is far off. Ticks that were missed change nothing. */
export function thresholdOf(due: CivilDate, today: CivilDate): number | undefined {
  const left = daysBetween(today, due);
  return THRESHOLDS.find(({ days }) => (days === OVERDUE ? left < 0 : left <= days))?.days;
}

/** Whom a reminder reaches. */
export function channelOf(threshold: number): AlertChannel {
  return THRESHOLDS.find(({ days }) => days >= threshold)?.channel ?? 'medium';
}
