import { today } from '../../shared/calendar/today';
import { caseFile } from '../domain/case-file/case-file';
import { close } from '../domain/incident/commands/close';
import { accepted } from '../domain/incident/decision';
import type { Incident } from '../domain/incident/incident';
import { type CaseDependencies, type CaseOutcome, changeCase } from './change-case';
import { caseFileKey, casePrefix } from './evidence-keys';
import { readTimeline } from './read-timeline';
import { type SealDependencies, sealHead } from './seal-head';

/** What closing needs. */
export type CloseDependencies = CaseDependencies & SealDependencies;

/**
 * Closes a case when nothing stands against it, then files and locks what proves it until six years after. What a crash
 * leaves undone is done by the clock.
 *
 * @see 45 CFR 164.414(b)
 * @see 45 CFR 164.530(j)
 */
export async function closeIncident(
  id: string,
  by: string,
  dependencies: CloseDependencies,
): Promise<CaseOutcome> {
  const closed = await changeCase(id, (incident, moment) => close(incident, by, moment.today), dependencies);
  return closed.outcome === 'done' ? lockEvidence(closed.incident, dependencies) : closed;
}

/**
 * Files the case and locks every object of its evidence until the end of its retention. May be run again at any time: it does
 * what is left to do.
 *
 * @see 45 CFR 164.316(b)(2)(i)
 */
export async function lockEvidence(
  incident: Incident,
  dependencies: CloseDependencies,
): Promise<CaseOutcome> {
  const { archive } = dependencies;
  const { id, closed } = incident;
  if (closed === null) {
    return { outcome: 'done', incident };
  }
  const linked = await carriedOn(incident, dependencies);
  let objects = 0;
  for (const one of [id, ...linked.map((earlier) => earlier.id)]) {
    objects += await archive.extend(casePrefix(one), closed.retainUntil);
  }
  const locked = await changeCase(
    id,
    (current) =>
      current.closed === null || current.closed.locked
        ? accepted()
        : accepted({ type: 'evidence-locked', until: closed.retainUntil, objects }),
    dependencies,
  );
  if (locked.outcome === 'done') {
    for (const one of linked) {
      await fileCase(one, one.updatedAt, closed.retainUntil, dependencies);
    }
    // The head of the case itself comes last: it says that nothing is left to do.
    await fileCase(locked.incident, closed.at, closed.retainUntil, dependencies);
  }
  return locked;
}

/** The cases that this one carries on, and those that they carried on: their evidence is part of it. */
async function carriedOn(incident: Incident, { store }: CloseDependencies): Promise<readonly Incident[]> {
  const found = new Map<string, Incident>();
  const ids = [...incident.linkedFrom];
  for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
    const linked = found.has(id) ? undefined : await store.get(id);
    if (linked !== undefined) {
      found.set(id, linked);
      ids.push(...linked.linkedFrom);
    }
  }
  return [...found.values()];
}

/** The case file with every entry of the timeline, then the signed head of the same entry: the two are verified together. */
async function fileCase(
  incident: Incident,
  asOf: string,
  retainUntil: string,
  dependencies: CloseDependencies,
): Promise<void> {
  const { store, archive, settings, clock } = dependencies;
  const { id, head } = incident;
  const day = today({ now: () => new Date(asOf) }, settings.timeZone);
  const file = caseFile(incident, await readTimeline(store, id, head.seq), day);
  const documents = [
    ['json', file.json, 'application/json'],
    ['md', file.markdown, 'text/markdown'],
    ['jsonl', file.timeline, 'application/x-ndjson'],
  ] as const;
  for (const [extension, body, contentType] of documents) {
    await archive.put({ key: caseFileKey(id, head.seq, extension), body, contentType, retainUntil });
  }
  await sealHead(incident, clock.now().toISOString(), retainUntil, dependencies);
}
