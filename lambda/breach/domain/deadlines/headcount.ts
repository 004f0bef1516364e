import type { IncidentFacts } from './facts-schema';
import type { Jurisdiction } from './jurisdictions';

/** With this many individuals HHS is told at once. @see 45 CFR 164.408(b) */
export const HHS_AT_ONCE = 500;

/** How many individuals are affected; null where that is not known. */
export interface Headcount {
  readonly total: number | null;
  /** Every jurisdiction that the facts name, entries of the same one added up. */
  readonly byJurisdiction: ReadonlyMap<Jurisdiction, number | null>;
}

/** Adds up who is affected. One unknown count makes its sums unknown, and so does an empty list: nobody has counted yet. */
export function headcountOf({ affected }: Pick<IncidentFacts, 'affected'>): Headcount {
  const byJurisdiction = new Map<Jurisdiction, number | null>();
  for (const { jurisdiction, count } of affected) {
    const before = byJurisdiction.get(jurisdiction);
    byJurisdiction.set(jurisdiction, before === undefined ? count : sum(before, count));
  }
  return {
    byJurisdiction,
    total: affected.length === 0 ? null : [...byJurisdiction.values()].reduce(sum, 0),
  };
}

/** Whether a number reaches a threshold; an unknown number does, because the earlier date is the safe one. */
export function reaches(count: number | null | undefined, threshold: number): boolean {
  return count === null || (count !== undefined && count >= threshold);
}

function sum(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
