import type { CaseState, Incident } from '../domain/incident/incident';
import type { IncidentStore } from '../ports/incident-store';

const PAGE = 100;

/** The most cases that are read at once: beyond them the oldest wait for the next time. */
const MAX_CASES = 5000;

/** All cases in a state, the one that changed last first. */
export async function allCases(
  store: IncidentStore,
  state: CaseState,
  updatedSince?: string,
): Promise<readonly Incident[]> {
  const cases: Incident[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list({
      state,
      limit: PAGE,
      ...(updatedSince !== undefined && { updatedSince }),
      ...(cursor !== undefined && { cursor }),
    });
    cases.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && cases.length < MAX_CASES);
  return cases;
}
