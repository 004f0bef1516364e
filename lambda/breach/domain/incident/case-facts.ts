import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { IncidentFacts } from '../deadlines/facts-schema';

/** What the deadlines of a case are computed from; the day asked about comes from the clock. */
export type CaseFacts = Omit<IncidentFacts, 'asOf'>;

/** Whose clocks run: the same for every case of an environment. */
export type EntityRole = CaseFacts['role'];

/** The facts of a case of which only its discovery is known: affected and types of PHI are open, so every obligation counts. */
export function unknownFacts(role: EntityRole, discoveredOn: CivilDate): CaseFacts {
  return {
    role,
    occurredOn: null,
    discoveredOn,
    businessAssociate: null,
    affected: [],
    unreachable: 0,
    phiTypes: [],
    secured: null,
    excluded: null,
    assessment: null,
    holds: [],
    sent: [],
    facility: null,
    agreementDays: null,
  };
}
