import type { CaseState, Incident } from '../domain/incident/incident';
import type { IncidentStore } from '../ports/incident-store';

const PAGE = 100;

/** The cases in a state, the one that changed last first, read page by page. */
export async function* casesIn(
  store: Pick<IncidentStore, 'list'>,
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
