import { headcountOf } from '../deadlines/headcount';
import type { CaseFacts } from './case-facts';
import type { Incident } from './incident';

/**
 * What was sent before people were added, and so has to be sent to them too: a sending counts for those who were known when
 * it went out.
 *
 * @see 45 CFR 164.404(a)(1)
 */
export function sentBeforePeopleWereAdded(
  { facts, sendAgain }: Pick<Incident, 'facts' | 'sendAgain'>,
  next: CaseFacts,
): readonly string[] {
  const stale = facts.sent
    .map(({ id }) => id)
    .filter((id) =>
      id === 'substitute-notice' ? next.unreachable > facts.unreachable : addsPeople(facts, next),
    );
  return [...new Set([...sendAgain, ...stale])];
}

/** Where nobody had counted yet, whoever is counted later was meant before. */
function addsPeople(before: CaseFacts, after: CaseFacts): boolean {
  const known = headcountOf(before).byJurisdiction;
  return (
    known.size > 0 &&
    [...headcountOf(after).byJurisdiction].some(([jurisdiction, count]) => {
      const there = known.get(jurisdiction);
      return there === undefined || (there !== null && (count === null || count > there));
    })
  );
}
