import { addDays } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';

/** Six years from the day on which a record was last in effect, leap days included. @see 45 CFR 164.530(j) */
const RETENTION_DAYS = 2192;

/** The first day on which evidence that was last in effect on a day may go. @see 45 CFR 164.316(b)(2)(i) */
export function retainUntil(lastInEffect: CivilDate): CivilDate {
  return addDays(lastInEffect, RETENTION_DAYS);
}
