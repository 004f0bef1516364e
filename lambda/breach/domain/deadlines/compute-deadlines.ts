import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { IncidentFacts } from './facts-schema';
import { federalObligations } from './federal-obligations';
import { type Obligation, withStatus } from './obligation';
import { type Situation, situationOf } from './situation';
import { stateObligations } from './state-obligations';

/** The one line that travels with every list of deadlines. */
const DEADLINES_LIMIT =
  'Technical draft, not legal advice: dates are outer limits computed from the facts given; counsel decides.';

/** Everything that an incident asks for, with its dates. */
export interface DeadlinesResult {
  readonly schemaVersion: 1;
  readonly disclaimer: string;
  /** In order of date, those without one last. */
  readonly obligations: readonly Obligation[];
  readonly dayZero: CivilDate;
  /** Why the HIPAA obligations have ended; null while a breach is presumed. */
  readonly notABreach: string | null;
}

/**
 * Every obligation of an incident with its date, citation and reason. Adding individuals, jurisdictions or an earlier discovery
 * never moves a date later; the day asked about decides the status alone.
 * @see 45 CFR 164.400–164.414
 */
export function computeDeadlines(facts: IncidentFacts): DeadlinesResult {
  const situation = situationOf(facts);
  return {
    schemaVersion: 1,
    disclaimer: DEADLINES_LIMIT,
    obligations: [...federalObligations(situation), ...stateObligations(situation)]
      .map((owed) => withStatus(owed, facts))
      .sort(byDate),
    dayZero: situation.dayZero.date,
    notABreach: reasonOf(situation),
  };
}

function reasonOf({ grounds }: Situation): string | null {
  return grounds.length === 0
    ? null
    : grounds.map(({ ground, meaning, citation }) => `${ground}: ${meaning} (${citation})`).join('; ');
}

function byDate(one: Obligation, other: Obligation): number {
  const [first, second] = [orderOf(one), orderOf(other)];
  if (first === second) {
    return 0;
  }
  return first < second ? -1 : 1;
}

/** Text order puts the tilde after every digit. */
function orderOf({ due, id, jurisdiction }: Obligation): string {
  return `${due ?? '~'} ${id} ${jurisdiction ?? ''}`;
}
