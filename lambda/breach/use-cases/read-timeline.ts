import type { TimelineEntry } from '../domain/register/timeline-entry';
import type { IncidentStore } from '../ports/incident-store';

const PAGE = 100;

/** All entries of a case up to one, in the order of the chain. */
export async function readTimeline(
  store: IncidentStore,
  id: string,
  lastSeq: number,
): Promise<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  while (entries.length <= lastSeq) {
    const { items } = await store.timeline(id, entries.length, Math.min(PAGE, lastSeq + 1 - entries.length));
    if (items.length === 0) {
      throw new RangeError(`the timeline must have ${lastSeq + 1} entries, got: ${entries.length}`);
    }
    entries.push(...items);
  }
  return entries;
}
