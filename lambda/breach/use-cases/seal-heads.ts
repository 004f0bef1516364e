import { parseCivilDate } from '../../shared/calendar/civil-date';
import type { Clock } from '../../shared/clock';
import { CASE_STATES } from '../domain/incident/incident';
import { retainUntil } from '../domain/incident/retention';
import type { IncidentStore } from '../ports/incident-store';
import { allCases } from './list-cases';
import { type SealDependencies, sealHead } from './seal-head';

/** Cases that changed within this time are looked at, in ms: eight days, so that missed runs are caught up. */
const LOOK_BACK_MS = 8 * 24 * 60 * 60_000;

/**
 * Signs the newest entry of every case that changed lately. Run once a day; again is no change.
 *
 * @returns how many heads were signed
 * @see 45 CFR 164.312(c)(2)
 */
export async function sealHeads(
  dependencies: SealDependencies & { readonly store: IncidentStore; readonly clock: Clock },
): Promise<number> {
  const { store, clock } = dependencies;
  const now = clock.now();
  const since = new Date(now.getTime() - LOOK_BACK_MS).toISOString();
  const until = retainUntil(parseCivilDate(now.toISOString().slice(0, 10)));
  let signed = 0;
  for (const state of CASE_STATES) {
    for (const incident of await allCases(store, state, since)) {
      const kept =
        incident.closed !== null && incident.closed.retainUntil > until ? incident.closed.retainUntil : until;
      signed += (await sealHead(incident, now.toISOString(), kept, dependencies)) ? 1 : 0;
    }
  }
  return signed;
}
