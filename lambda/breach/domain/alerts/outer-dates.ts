import { addDays, endOfYear } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import { computeDeadlines } from '../deadlines/compute-deadlines';
import type { Obligation } from '../deadlines/obligation';
import type { CaseFacts } from '../incident/case-facts';
import { openObligations } from '../incident/close-guard';
import type { Incident } from '../incident/incident';
import { obligationKey } from '../incident/obligation-key';
import { daysLeft } from './days-left';

/** One last day, if the incident proves to be a breach. */
export type OuterDate = {
  readonly id: string;
  readonly recipient: string;
  readonly citation: string;
  readonly due: CivilDate | null;
  readonly notBefore: CivilDate | null;
  readonly status: string;
  readonly left: string;
  /** When the row holds although the facts do not say so yet; null where it holds anyway. */
  readonly condition: string | null;
};

/** HHS is told of smaller breaches within this many days of the end of the year. @see 45 CFR 164.408(c) */
const ANNUAL_DAYS = 60;

/**
 * Every outer date of a case if it proves a breach. Claims that it is none are left aside, and what depends on a number that nobody
 * knows is listed with its condition.
 *
 * @see 45 CFR 164.404(b)
 */
export function outerDates(facts: CaseFacts, today: CivilDate): readonly OuterDate[] {
  const { obligations, dayZero } = computeDeadlines({
    ...facts,
    secured: null,
    excluded: null,
    assessment: null,
    asOf: today,
  });
  const dates = obligations.map((owed) => dateOf(owed, today));
  return facts.affected.length === 0 && facts.role === 'covered-entity'
    ? [...dates, ...whileUncounted(dates, dayZero, today)]
    : dates;
}

/** What a case still owes, what has been settled and assessed left out. */
export function owedDates(
  incident: Pick<Incident, 'facts' | 'settled' | 'sendAgain'>,
  today: CivilDate,
): readonly OuterDate[] {
  return openObligations(incident, today).map((owed) => dateOf(owed, today));
}

function dateOf(owed: Obligation, today: CivilDate): OuterDate {
  return {
    id: obligationKey(owed),
    recipient: owed.recipient,
    citation: owed.citation,
    due: owed.due,
    notBefore: owed.notBefore,
    status: owed.status,
    left: owed.due === null || owed.status === 'sent' ? owed.status : daysLeft(owed.due, today),
    condition: null,
  };
}

/** What the number of people decides, while nobody has counted them. */
function whileUncounted(
  dates: readonly OuterDate[],
  dayZero: CivilDate,
  today: CivilDate,
): readonly OuterDate[] {
  const individual = dates.find(({ id }) => id === 'individual-notice');
  const annual = addDays(endOfYear(dayZero), ANNUAL_DAYS);
  const left = (due: CivilDate) => daysLeft(due, today);
  return [
    ...(individual === undefined || individual.due === null
      ? []
      : [
          {
            ...individual,
            id: 'media-notice',
            recipient: 'prominent media outlets',
            citation: '45 CFR 164.406',
            left: left(individual.due),
            condition: 'if more than 500 live in one State',
          },
        ]),
    {
      id: 'hhs-annual-log',
      recipient: 'HHS, Office for Civil Rights',
      citation: '45 CFR 164.408(c)',
      due: annual,
      notBefore: null,
      status: 'pending',
      left: left(annual),
      condition: 'instead of hhs-notice, if fewer than 500 in all',
    },
    {
      id: 'state-notices',
      recipient: 'residents and officials of each State',
      citation: 'law of each State',
      due: null,
      notBefore: null,
      status: 'check',
      left: 'some are due within 30 days',
      condition: 'once it is known where the affected people live',
    },
  ];
}
