import { today } from '../../shared/calendar/today';
import { type CaseFile, caseFile } from '../domain/case-file/case-file';
import type { CaseDependencies } from './change-case';
import { readTimeline } from './read-timeline';

/** The case file as of today; undefined where there is no such case. */
export async function exportCase(
  id: string,
  { store, clock, settings }: Pick<CaseDependencies, 'store' | 'clock' | 'settings'>,
): Promise<CaseFile | undefined> {
  const incident = await store.get(id);
  if (incident === undefined) {
    return undefined;
  }
  const entries = await readTimeline(store, id, incident.head.seq);
  return caseFile(incident, entries, today({ now: () => clock.now() }, settings.timeZone));
}
