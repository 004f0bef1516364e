import type { Incident } from '../../lambda/breach/domain/incident/incident';
import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { caseView, type ObligationView, openObligationsOf } from './case-view';

/** A case in a list. */
export interface CaseSummary
  extends Pick<
    Incident,
    'id' | 'state' | 'severity' | 'signal' | 'reported' | 'discoveredAt' | 'updatedAt' | 'linkedTo'
  > {
  readonly title: string;
  readonly dayZero: CivilDate;
  readonly acknowledged: boolean;
  readonly contained: boolean;
  /** The outcome of the assessment; null where there is none. */
  readonly assessed: string | null;
  /** The next date that something is due on; null where nothing with a date is. */
  readonly next: Pick<ObligationView, 'key' | 'due' | 'status' | 'left' | 'citation'> | null;
  /** How many obligations are open, those without a date included. */
  readonly openObligations: number;
}

/** A case as a list tells it on a day. Obligations count while it is open. */
export function caseSummary(incident: Incident, asOf: CivilDate): CaseSummary {
  const { id, state, severity, signal, reported, discoveredAt, updatedAt, linkedTo } = incident;
  const view = caseView(incident, asOf);
  const owed = state === 'open' ? openObligationsOf(view) : [];
  const next = owed.find(({ due }) => due !== null);
  return {
    ...{ id, state, severity, signal, reported, discoveredAt, updatedAt, linkedTo },
    title: view.title,
    dayZero: view.dayZero,
    acknowledged: incident.acknowledged !== null,
    contained: incident.contained !== null,
    assessed: incident.assessed?.outcome ?? null,
    next:
      next === undefined
        ? null
        : {
            key: next.key,
            due: next.due,
            status: next.status,
            left: next.left,
            citation: next.citation,
          },
    openObligations: owed.length,
  };
}
