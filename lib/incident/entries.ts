import { timelineLine } from '../../lambda/breach/domain/case-file/timeline-line';
import type { Incident } from '../../lambda/breach/domain/incident/incident';
import type { TimelineEntry } from '../../lambda/breach/domain/register/timeline-entry';
import type { IncidentStore } from '../../lambda/breach/ports/incident-store';
import { readLine } from '../../lambda/shared/audit-chain/read-line';

const PAGE = 100;

/** An entry as people are shown it; null where it does not tell. */
export interface ShownEntry {
  readonly seq: number | null;
  readonly at: string | null;
  readonly words: string;
  readonly by: string;
  readonly hash: string | null;
}

/** The entries of a case as far as they are there: a gap is for the chain to tell. */
export async function readEntries(
  store: IncidentStore,
  { id, head }: Pick<Incident, 'id' | 'head'>,
): Promise<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  while (entries.length <= head.seq) {
    const { items } = await store.timeline(id, entries.length, Math.min(PAGE, head.seq + 1 - entries.length));
    if (items.length === 0) break;
    entries.push(...items);
  }
  return entries;
}

/** An entry in a line of words, whatever stands in it. */
export function shownEntry(entry: TimelineEntry): ShownEntry {
  if ('problem' in readLine(entry.line)) {
    return {
      seq: null,
      at: null,
      words: 'An entry that was altered or damaged',
      by: 'nobody knows',
      hash: null,
    };
  }
  const { seq, at, words, by, hash } = timelineLine(entry);
  return { seq, at, words, by, hash };
}
