import { addDays, endOfYear } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import { firstSent } from './obligation';
import type { Situation } from './situation';

/** The outer limit of every notice under HIPAA, in calendar days. @see 45 CFR 164.404(b) */
const OUTER_LIMIT_DAYS = 60;

/** The last day for a notice before any hold, and a sentence that says how it was counted. */
export interface Limit {
  readonly on: CivilDate;
  readonly because: string;
}

/** Sixty calendar days, day 0 not counted. @see 45 CFR 164.404(b) */
export function sixtyDays({ dayZero }: Situation): Limit {
  const on = addDays(dayZero.date, OUTER_LIMIT_DAYS);
  return {
    on,
    because: `Without unreasonable delay, and at the latest on ${on}: ${OUTER_LIMIT_DAYS} calendar days after day 0.`,
  };
}

/** With the individuals: the day on which they are told, their own limit while they are not. @see 45 CFR 164.408(b) */
export function withTheIndividuals(situation: Situation): Limit {
  const limit = sixtyDays(situation);
  const told = firstSent(['individual-notice'], situation.facts.sent);
  return told !== undefined && told < limit.on
    ? { on: told, because: `The individuals are told on ${told}, and HHS is told on the same day.` }
    : limit;
}

/** Sixty days after the end of the calendar year of discovery: 1 March, in a leap year 29 February. @see 45 CFR 164.408(c) */
export function afterTheYear({ dayZero }: Situation): Limit {
  const end = endOfYear(dayZero.date);
  const on = addDays(end, OUTER_LIMIT_DAYS);
  return {
    on,
    because: `At the latest on ${on}: ${OUTER_LIMIT_DAYS} days after ${end}, the end of the year of discovery. HHS takes the report earlier too.`,
  };
}

/** Sixty days, or the term of the business associate agreement where that is shorter. @see 45 CFR 164.410(b) */
export function agreementTerm(situation: Situation): Limit {
  const term = situation.facts.agreementDays;
  if (term === null || term >= OUTER_LIMIT_DAYS) {
    const limit = sixtyDays(situation);
    const stated = term === null ? ' A shorter term in the business associate agreement comes first.' : '';
    return { on: limit.on, because: `${limit.because}${stated}` };
  }
  const on = addDays(situation.dayZero.date, term);
  return {
    on,
    because: `Without unreasonable delay, and at the latest on ${on}: the business associate agreement gives ${term} calendar days after day 0, the law would give ${OUTER_LIMIT_DAYS}.`,
  };
}
