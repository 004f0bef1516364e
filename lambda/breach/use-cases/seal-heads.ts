import { parseCivilDate } from '../../shared/calendar/civil-date';
import type { Clock } from '../../shared/clock';
import { CASE_STATES } from '../domain/incident/incident';
import { retainUntil } from '../domain/incident/retention';
import type { IncidentStore } from '../ports/incident-store';
import { casesIn } from './list-cases';
import { type SealDependencies, sealHead } from './seal-head';

/** Cases that changed within this time are looked at, in ms: 60 days, so that missed runs are caught up. */
const LOOK_BACK_MS = 60 * 24 * 60 * 60_000;

/**
 * Signs the newest entry of every case that changed lately, but for the closed ones, whose evidence is locked with their head.
 * Run once a day; again is no change.
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
  for (const state of CASE_STATES.filter((one) => one !== 'closed')) {
    for await (const incident of casesIn(store, state, since)) {
      signed += (await sealHead(incident, now.toISOString(), until, dependencies)) ? 1 : 0;
    }
  }
  return signed;
}
