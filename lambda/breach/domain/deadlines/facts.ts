import { valueAt } from '../../../../lib/config/field-path';
import { isCivilDate } from '../../../shared/calendar/civil-date';
import { FactsError } from './facts-error';
import { factsSchema, type IncidentFacts, MAX_ENTRIES } from './facts-schema';
import { demandOf, problemAt, problemsOf } from './input-problems';

/** Dates that cannot lie after the day on which the question is asked: what is known has happened. */
const KNOWN_DATES: readonly (readonly string[])[] = [
  ['occurredOn'],
  ['discoveredOn'],
  ['businessAssociate', 'discoveredOn'],
  ['businessAssociate', 'toldUsOn'],
];

/**
 * The facts of an incident from parsed JSON.
 * @param asOf the day to ask about, in place of the input's own
 * @throws FactsError with every problem of the input at once
 */
export function parseFacts(json: unknown, asOf?: string): IncidentFacts {
  const input = asOf !== undefined && isRecord(json) ? { ...json, asOf } : json;
  const oversized = Object.keys(MAX_ENTRIES).flatMap((list) => oversizedProblem(list, input));
  if (oversized.length > 0) {
    throw new FactsError(oversized);
  }
  const parsed = factsSchema.safeParse(input, { error: demandOf });
  const malformed = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, input));
  const problems = [...malformed, ...contradictionsOf(input)];
  if (!parsed.success || problems.length > 0) {
    throw new FactsError(problems);
  }
  return parsed.data;
}

/** Lists are measured before anything looks into them, so that a hostile one costs nothing. */
function oversizedProblem(list: string, input: unknown): readonly string[] {
  const value = valueAt(input, [list]);
  const most = valueAt(MAX_ENTRIES, [list]);
  return Array.isArray(value) && typeof most === 'number' && value.length > most
    ? [`'${list}' must have at most ${most} entries, got: ${value.length} entries`]
    : [];
}

/** What each field alone allows and all together do not; asked of the raw input, so that no problem hides another. */
function contradictionsOf(input: unknown): readonly string[] {
  const asOf = valueAt(input, ['asOf']);
  const future = KNOWN_DATES.filter((path) => isAfter(valueAt(input, path), asOf)).map((path) =>
    problemAt(path, `must not be after 'asOf', which is ${String(asOf)}`, input),
  );
  const holds = valueAt(input, ['holds']);
  const reversed = (Array.isArray(holds) ? holds : []).flatMap((hold, index) =>
    isAfter(valueAt(hold, ['statedOn']), valueAt(hold, ['until']))
      ? [problemAt(['holds', index, 'until'], "must not be before 'statedOn'", input)]
      : [],
  );
  return [...future, ...reversed];
}

function isAfter(date: unknown, other: unknown): boolean {
  return isCivilDate(date) && isCivilDate(other) && date > other;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
