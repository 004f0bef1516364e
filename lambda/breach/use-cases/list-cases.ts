import type { CaseState, Incident } from '../domain/incident/incident';
import type { IncidentStore } from '../ports/incident-store';

const PAGE = 100;

/** The cases in a state, the one that changed last first, read page by page. */
export async function* casesIn(
  store: IncidentStore,
  state: CaseState,
  updatedSince?: string,
): AsyncGenerator<Incident, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await store.list({
      state,
      limit: PAGE,
      ...(updatedSince !== undefined && { updatedSince }),
      ...(cursor !== undefined && { cursor }),
    });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** How many cases are in a state, counted no further than `most`. */
export async function countCases(store: IncidentStore, state: CaseState, most: number): Promise<number> {
  let count = 0;
  for await (const _ of casesIn(store, state)) {
    count += 1;
    if (count === most) {
      break;
    }
  }
  return count;
}
