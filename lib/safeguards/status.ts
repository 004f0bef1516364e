import type { SafeguardStatus } from '../checks/verdict';
import { evidenceLines } from './evidence-lines';
import { joinedStatus } from './joined-status';
import { ownStatus } from './own-status';
import { findingsFor, type RowFindings } from './row-findings';
import type { Safeguard, Status } from './safeguard';
import type { StatusInput } from './status-input';

/**
 * How far every safeguard of the catalogue is met, in its order. A safeguard is never called better than the weakest thing that it
 * stands on: an open violation, a missing part or a rule that was not applied make it a gap, an exception or a missing statement make it
 * partial, a statement that is missing or out of date is never held.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function safeguardStatuses(input: StatusInput): readonly SafeguardStatus[] {
  const judged = new Map(input.catalogue.map((row) => [row, findingsFor(row, input)]));
  const statusOf = statusLookup(input.catalogue, judged);
  return [...judged].map(([row, findings]) => ({
    citation: row.citation,
    title: row.title,
    basis: row.basis,
    profile: row.profile,
    status: statusOf(row),
    evidence: evidenceLines(
      row,
      findings,
      rowsUnder(row, input.catalogue).map((under) => ({ citation: under.citation, status: statusOf(under) })),
      input.origin,
    ),
  }));
}

/** How many safeguards of the rules in force have each status; the proposal of 2025 is never counted. */
export function countStatuses(statuses: readonly SafeguardStatus[]): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = {
    enforced: 0,
    partial: 0,
    monitored: 0,
    attested: 0,
    unattested: 0,
    'not-applicable': 0,
    gap: 0,
  };
  for (const { profile, status } of statuses) {
    if (profile === 'current') counts[status] += 1;
  }
  return counts;
}

/** Each status is computed once, however many rows rest on it. */
function statusLookup(
  catalogue: readonly Safeguard[],
  judged: ReadonlyMap<Safeguard, RowFindings>,
): (row: Safeguard) => Status {
  const known = new Map<Safeguard, Status>();
  const statusOf = (row: Safeguard): Status => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const findings = judged.get(row);
    if (findings === undefined) throw new Error(`'row' must be of the catalogue, got: ${row.citation}`);
    const own = ownStatus(row, findings);
    const under = own === 'gap' || own === 'not-applicable' ? [] : rowsUnder(row, catalogue).map(statusOf);
    const status = joinedStatus([...(own === null ? [] : [own]), ...under]);
    known.set(row, status);
    return status;
  };
  return statusOf;
}

/** The rows in force that a row rests on. */
function rowsUnder({ restsOn = [] }: Safeguard, catalogue: readonly Safeguard[]): readonly Safeguard[] {
  return restsOn.flatMap(
    (citation) => catalogue.find((row) => row.profile === 'current' && row.citation === citation) ?? [],
  );
}
