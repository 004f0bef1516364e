import { caseWords } from '../../lambda/breach/domain/alerts/case-words';
import { daysLeft } from '../../lambda/breach/domain/alerts/days-left';
import { type OuterDate, outerDates } from '../../lambda/breach/domain/alerts/outer-dates';
import { computeDeadlines } from '../../lambda/breach/domain/deadlines/compute-deadlines';
import type { Obligation } from '../../lambda/breach/domain/deadlines/obligation';
import { closeRefusals, currentObligations } from '../../lambda/breach/domain/incident/close-guard';
import type { Refusal } from '../../lambda/breach/domain/incident/decision';
import type { Incident } from '../../lambda/breach/domain/incident/incident';
import { obligationKey } from '../../lambda/breach/domain/incident/obligation-key';
import type { CivilDate } from '../../lambda/shared/calendar/civil-date';

/** An obligation of a case as it stands on a day. */
export interface ObligationView extends Omit<Obligation, 'status'> {
  /** `settled`: a person found that it is not owed. */
  readonly status: Obligation['status'] | 'settled';
  /** How steps name it, like `media-notice:CA`. */
  readonly key: string;
  /** Like `17 days left`; null where there is no date, or nothing is owed any more. */
  readonly left: string | null;
}

/** What is told of a case: no text that a person wrote. */
export interface CaseView {
  readonly id: string;
  readonly title: string;
  readonly firstStep: string;
  readonly citations: readonly string[];
  readonly state: Incident['state'];
  readonly severity: Incident['severity'];
  readonly signal: string | null;
  readonly reported: string | null;
  readonly signals: Incident['signals'];
  readonly subject: Incident['subject'];
  readonly openedAt: string;
  readonly happenedAt: string | null;
  readonly occurredOn: string | null;
  readonly discoveredAt: string;
  readonly dayZero: CivilDate;
  readonly updatedAt: string;
  readonly acknowledged: Incident['acknowledged'];
  readonly contained: Incident['contained'];
  readonly assessed: Incident['assessed'];
  readonly notified: Incident['notified'];
  readonly closed: Incident['closed'];
  readonly affected: Incident['facts']['affected'];
  readonly phiTypes: readonly string[];
  readonly holds: readonly Pick<Incident['facts']['holds'][number], 'kind' | 'statedOn' | 'until'>[];
  readonly sent: Incident['facts']['sent'];
  /** Why no HIPAA notice is owed; null while a breach is presumed. */
  readonly notABreach: string | null;
  readonly obligations: readonly ObligationView[];
  /** What would be owed while nobody knows how many people are affected; empty otherwise. */
  readonly conditional: readonly OuterDate[];
  readonly containment: Incident['containment'];
  readonly linkedTo: string | null;
  readonly linkedFrom: readonly string[];
  readonly relatedTo: string | null;
  /** What stands against closing it; empty where it can be closed, or is no open case. */
  readonly againstClosing: readonly Refusal[];
  readonly entries: number;
}

/** A case as it stands on a day. */
export function caseView(incident: Incident, asOf: CivilDate): CaseView {
  const { facts } = incident;
  const { title, firstStep, citations } = caseWords(incident);
  const { dayZero, notABreach } = computeDeadlines({ ...facts, asOf });
  const { id, state, severity, signal, reported, signals, subject } = incident;
  const { openedAt, happenedAt, discoveredAt, updatedAt } = incident;
  const { acknowledged, contained, assessed, notified, closed, containment } = incident;
  const { linkedTo, linkedFrom, relatedTo } = incident;
  return {
    ...{ id, title, firstStep, citations, state, severity, signal, reported, signals, subject },
    ...{ openedAt, happenedAt, occurredOn: facts.occurredOn, discoveredAt, dayZero, updatedAt },
    ...{ acknowledged, contained, assessed, notified, closed },
    affected: facts.affected,
    phiTypes: facts.phiTypes,
    holds: facts.holds.map(({ kind, statedOn, until }) => ({ kind, statedOn, until })),
    sent: facts.sent,
    notABreach,
    obligations: currentObligations(incident, asOf).map((owed) => obligationView(owed, incident, asOf)),
    conditional:
      notABreach === null ? outerDates(facts, asOf).filter(({ condition }) => condition !== null) : [],
    ...{ containment, linkedTo, linkedFrom, relatedTo },
    againstClosing: state === 'open' ? closeRefusals(incident, asOf) : [],
    entries: incident.head.seq + 1,
  };
}

function obligationView(owed: Obligation, { settled }: Incident, asOf: CivilDate): ObligationView {
  const key = obligationKey(owed);
  const status = owed.status === 'check' && settled.some(({ id }) => id === key) ? 'settled' : owed.status;
  const open = status !== 'sent' && status !== 'settled';
  return { ...owed, status, key, left: owed.due === null || !open ? null : daysLeft(owed.due, asOf) };
}

/** What is still owed, the earliest date first. */
export function openObligationsOf({ obligations }: CaseView): readonly ObligationView[] {
  return obligations.filter(({ status }) => status !== 'sent' && status !== 'settled');
}
