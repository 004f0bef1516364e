import { addDays, endOfYear } from '../../../shared/calendar/calendar-days';
import { type CivilDate, calendarDayOf, parseCivilDate } from '../../../shared/calendar/civil-date';
import { openObligations } from '../incident/close-guard';
import type { Incident } from '../incident/incident';

/** Smaller breaches are reported within this many days of the end of the year. @see 45 CFR 164.408(c) */
const LOG_DAYS = 60;

/** A call for the log of a year. */
export interface AnnualCall {
  readonly year: number;
  readonly due: CivilDate;
  /** Made once for each mark. */
  readonly mark: string;
}

/** The log that is called for on a day: that of the year before, in January and once more in February. */
export function annualCall(today: CivilDate): AnnualCall | undefined {
  const { year, month } = calendarDayOf(today);
  const lastYear = year - 1;
  return month > 2
    ? undefined
    : {
        year: lastYear,
        due: addDays(endOfYear(parseCivilDate(`${lastYear}-01-01`)), LOG_DAYS),
        mark: `annual-log:${lastYear}:${month}`,
      };
}

/** Whether a case still has to be entered in the log that is due on a day. */
export function owesLog(incident: Incident, due: CivilDate, today: CivilDate): boolean {
  return (
    incident.state === 'open' &&
    openObligations(incident, today).some((owed) => owed.id === 'hhs-annual-log' && owed.due === due)
  );
}
