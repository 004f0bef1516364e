import { daysBetween } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { IncidentFacts } from './facts-schema';
import type { Jurisdiction } from './jurisdictions';

/** On what a duty rests. */
export type Basis = 'law' | 'guidance' | 'practice';

/** Where a duty stands on the day asked about; `check`: a person has to find out whether or when it is owed. */
type ObligationStatus = 'pending' | 'due-soon' | 'overdue' | 'sent' | 'check';

/** One notice or record that somebody is owed. */
export interface Obligation {
  readonly id: string;
  readonly recipient: string;
  readonly citation: string;
  readonly basis: Basis;
  readonly due: CivilDate | null;
  /** The first day on which law enforcement allows it; null where nothing holds it. */
  readonly notBefore: CivilDate | null;
  readonly jurisdiction: Jurisdiction | null;
  readonly status: ObligationStatus;
  readonly explanation: string;
}

/** An obligation before anyone asks where it stands. */
export interface OwedNotice extends Omit<Obligation, 'status'> {
  /** Whether a person has to check it even where it has a date. */
  readonly check: boolean;
  /** Other ids whose sending fulfils it. */
  readonly fulfilledBy: readonly string[];
}

/** A due date this many days away, or fewer, is soon. */
const SOON_DAYS = 7;

/** Where an owed notice stands. The day asked about decides this and nothing else: no due date depends on it. */
export function withStatus(owed: OwedNotice, facts: Pick<IncidentFacts, 'sent' | 'asOf'>): Obligation {
  const { check, fulfilledBy, ...obligation } = owed;
  return { ...obligation, status: statusOf(owed, facts) };
}

/** What was sent by the day asked about; a sending still to come is a plan. */
export function sentBy({ sent, asOf }: Pick<IncidentFacts, 'sent' | 'asOf'>): IncidentFacts['sent'] {
  return sent.filter(({ on }) => on <= asOf);
}

/** The earliest day on which one of the ids was sent, a day still to come included; undefined where none was. */
export function firstSent(ids: readonly string[], sent: IncidentFacts['sent']): CivilDate | undefined {
  return sent
    .filter(({ id }) => ids.includes(id))
    .map(({ on }) => on)
    .sort()
    .at(0);
}

function statusOf(owed: OwedNotice, facts: Pick<IncidentFacts, 'sent' | 'asOf'>): ObligationStatus {
  const { asOf } = facts;
  const ids = [owed.id, `${owed.id}:${owed.jurisdiction}`, ...owed.fulfilledBy];
  if (firstSent(ids, sentBy(facts)) !== undefined) {
    return 'sent';
  }
  if (owed.check || owed.due === null) {
    return 'check';
  }
  if (asOf > owed.due) {
    return 'overdue';
  }
  return daysBetween(asOf, owed.due) <= SOON_DAYS ? 'due-soon' : 'pending';
}
