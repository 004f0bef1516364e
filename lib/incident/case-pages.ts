import type { CaseState, Incident } from '../../lambda/breach/domain/incident/incident';
import type { IncidentStore } from '../../lambda/breach/ports/incident-store';
import { daysBetween } from '../../lambda/shared/calendar/calendar-days';
import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { UsageError } from '../commands/command';
import { caseView, openObligationsOf } from './case-view';

/** Which cases a list shows. */
export interface CaseFilter {
  readonly states: readonly CaseState[];
  readonly severity: Incident['severity'] | undefined;
  /** Days within which something has to be due; -1 is overdue. Undefined: whatever is due. */
  readonly dueWithin: number | undefined;
  readonly updatedSince: string | undefined;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly asOf: CivilDate;
}

/** A page of a list. */
export interface CasePage {
  readonly incidents: readonly Incident[];
  /** Where the next page begins; null after the last. */
  readonly cursor: string | null;
}

/** The most cases that are read for one page: a rare match may come on a later page. */
const MOST_READ = 2000;

/** Stands between the state and the register's own cursor. */
const SEPARATOR = '~';

/**
 * A page of cases, one state after the other. No case is left out or told twice between pages.
 *
 * @throws UsageError where the cursor is none of a page before
 */
export async function readPage(store: IncidentStore, filter: CaseFilter): Promise<CasePage> {
  const { states, limit, updatedSince } = filter;
  let place = placeOf(filter.cursor, states);
  const incidents: Incident[] = [];
  let read = 0;
  while (place !== undefined && incidents.length < limit && read < MOST_READ) {
    const { state, cursor }: Place = place;
    // Never more than still fits, so that nothing has to be put back.
    const page = await readOrRefuse(() =>
      store.list({
        state,
        limit: limit - incidents.length,
        ...(updatedSince !== undefined && { updatedSince }),
        ...(cursor !== undefined && { cursor }),
      }),
    );
    read += Math.max(1, page.items.length);
    incidents.push(...page.items.filter((incident) => matches(incident, filter)));
    place = page.cursor === undefined ? after(state, states) : { state, cursor: page.cursor };
  }
  return {
    incidents,
    cursor: place === undefined ? null : `${place.state}${SEPARATOR}${place.cursor ?? ''}`,
  };
}

/** The register refuses a cursor that it did not make. */
async function readOrRefuse<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RangeError) throw wrongCursor();
    throw error;
  }
}

function wrongCursor(): UsageError {
  return new UsageError("'--cursor' must be the one that the page before named, with the same --state");
}

interface Place {
  readonly state: CaseState;
  readonly cursor: string | undefined;
}

function placeOf(cursor: string | undefined, states: readonly CaseState[]): Place | undefined {
  const [first] = states;
  if (cursor === undefined) return first === undefined ? undefined : { state: first, cursor: undefined };
  const end = cursor.indexOf(SEPARATOR);
  const state = states.find((candidate) => candidate === cursor.slice(0, end));
  if (state === undefined) {
    throw wrongCursor();
  }
  const rest = cursor.slice(end + 1);
  return { state, cursor: rest === '' ? undefined : rest };
}

function after(state: CaseState, states: readonly CaseState[]): Place | undefined {
  const next = states[states.indexOf(state) + 1];
  return next === undefined ? undefined : { state: next, cursor: undefined };
}

function matches(incident: Incident, { severity, dueWithin, asOf }: CaseFilter): boolean {
  if (severity !== undefined && incident.severity !== severity) return false;
  return (
    dueWithin === undefined ||
    (incident.state === 'open' &&
      openObligationsOf(caseView(incident, asOf)).some(
        ({ due }) => due !== null && daysBetween(asOf, due) <= dueWithin,
      ))
  );
}
