import type { Incident } from '../domain/incident/incident';
import type { IncidentStore } from '../ports/incident-store';

/** How many links are followed from a case to the one that carries it on. */
const MAX_LINKS = 8;

/** The case that carries on another, or the case itself. */
async function resolveCase(store: IncidentStore, id: string): Promise<Incident | undefined> {
  let incident = await store.get(id);
  for (let links = 0; links < MAX_LINKS && incident?.linkedTo != null; links += 1) {
    incident = await store.get(incident.linkedTo);
  }
  return incident;
}

/** By relation key, the case that it leads to, and what it points to in the register. */
export async function resolveRelated(
  store: IncidentStore,
  keys: readonly string[],
): Promise<{
  readonly pointers: ReadonlyMap<string, string>;
  readonly related: ReadonlyMap<string, Incident>;
}> {
  const pointers = await store.related(keys);
  const cases = new Map<string, Incident | undefined>();
  for (const id of new Set(pointers.values())) {
    cases.set(id, await resolveCase(store, id));
  }
  const related = new Map<string, Incident>();
  for (const [key, id] of pointers) {
    const incident = cases.get(id);
    if (incident !== undefined) {
      related.set(key, incident);
    }
  }
  return { pointers, related };
}
