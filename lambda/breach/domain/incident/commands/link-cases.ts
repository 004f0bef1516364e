import type { CivilDate } from '../../../../shared/calendar/civil-date';
import { computeDeadlines } from '../../deadlines/compute-deadlines';
import { MAX_ENTRIES } from '../../deadlines/facts-schema';
import { seriousness } from '../../triage/verdict';
import type { FactsPatch } from '../case-event';
import type { CaseFacts } from '../case-facts';
import { accepted, type Decision, notIn, outOfOrder, refused } from '../decision';
import type { Incident } from '../incident';
import { voids } from '../voids';
import { boundedFacts } from './change-facts';

/** The most cases that one case carries on. */
const MAX_LINKED = 100;

/** The decisions on both cases, which hold together or not at all. */
export interface LinkDecision {
  readonly into: Decision;
  readonly from: Decision;
}

/**
 * Carries a case on in another, with the earliest discovery of both. People are added up, because the earlier date is the
 * safe one; what was sent for one case is not taken as sent for both.
 *
 * @see 45 CFR 164.404(a)(2)
 */
export function linkCases(from: Incident, into: Incident, by: string, today: CivilDate): LinkDecision {
  const wrong =
    (from.id === into.id ? outOfOrder("'into' must be another case") : undefined) ??
    notIn(['review', 'open'], from) ??
    notIn(['review', 'open'], into) ??
    (into.linkedFrom.length >= MAX_LINKED
      ? outOfOrder(`'into' must carry on at most ${MAX_LINKED} cases`)
      : undefined) ??
    heldApart(from, into, today) ??
    unfinished(from);
  if (wrong !== undefined) {
    return { into: wrong, from: wrong };
  }
  const worse = seriousnessOf(from) > seriousnessOf(into);
  const merged = {
    type: 'merged',
    by,
    from: from.id,
    state: from.state === 'open' || into.state === 'open' ? 'open' : 'review',
    severity: worse ? from.severity : into.severity,
    signal: worse ? from.signal : into.signal,
    happenedAt: from.happenedAt,
    discoveredAt: from.discoveredAt,
    facts: mergedFacts(from.facts, into.facts),
  } as const;
  return {
    into:
      voids(into) || voids(from)
        ? accepted(merged, { type: 'assessment-voided', because: 'linked-case' })
        : accepted(merged),
    from: accepted({ type: 'linked', by, to: into.id }),
  };
}

/** A hold is neither dropped nor stretched over other people without a word: somebody states it for the case that goes on. */
function heldApart(from: Incident, into: Incident, today: CivilDate): Decision | undefined {
  const stated = new Set(into.facts.holds.map(holdKey));
  const inForce = computeDeadlines({ ...from.facts, asOf: today }).obligations.some(
    ({ notBefore }) => notBefore !== null && notBefore > today,
  );
  return inForce && from.facts.holds.some((hold) => !stated.has(holdKey(hold)))
    ? refused({
        reason: `law enforcement holds notices of ${from.id}: state the hold for ${into.id} first, or link the other way round`,
        citation: '45 CFR 164.412',
      })
    : undefined;
}

function holdKey({ kind, statedOn, until }: CaseFacts['holds'][number]): string {
  return `${kind} ${statedOn} ${until}`;
}

/** What nobody knows the end of cannot be left behind. */
function unfinished({ containment }: Incident): Decision | undefined {
  const open = containment.find(({ state }) => state === 'started' || state === 'undo-started');
  return open === undefined
    ? undefined
    : refused({
        reason: `the action ${open.kind} (${open.id}) was begun and nobody knows how it ended: run it again`,
        citation: '45 CFR 164.308(a)(6)(ii)',
      });
}

function seriousnessOf({ state, severity }: Incident): number {
  return seriousness({ verdict: state === 'review' ? 'review' : 'incident', severity });
}

function mergedFacts(from: CaseFacts, into: CaseFacts): FactsPatch {
  return {
    discoveredOn: from.discoveredOn < into.discoveredOn ? from.discoveredOn : into.discoveredOn,
    occurredOn: earliestDate(from.occurredOn, into.occurredOn),
    businessAssociate: earlierAssociate(from.businessAssociate, into.businessAssociate),
    affected: boundedFacts({ ...into, affected: addedUp(from.affected, into.affected) }).affected,
    unreachable: from.unreachable + into.unreachable,
    phiTypes: typesOfBoth(from.phiTypes, into.phiTypes),
    facility: into.facility ?? from.facility,
    agreementDays: shorter(from.agreementDays, into.agreementDays),
  };
}

/** Where one case does not know, or both name more than a case may, it may be anything. */
function typesOfBoth(from: CaseFacts['phiTypes'], into: CaseFacts['phiTypes']): CaseFacts['phiTypes'] {
  const types = [...new Set([...into, ...from])];
  return from.length === 0 || into.length === 0 || types.length > MAX_ENTRIES.phiTypes ? [] : types;
}

/** Where one case has not counted yet, the States of the other stay, with numbers that nobody knows any more. */
function addedUp(from: CaseFacts['affected'], into: CaseFacts['affected']): CaseFacts['affected'] {
  const all = [...into, ...from];
  return from.length === 0 || into.length === 0 ? all.map((entry) => ({ ...entry, count: null })) : all;
}

function earlierAssociate(
  one: CaseFacts['businessAssociate'],
  other: CaseFacts['businessAssociate'],
): CaseFacts['businessAssociate'] {
  if (one === null || other === null) {
    return one ?? other;
  }
  return {
    discoveredOn: one.discoveredOn < other.discoveredOn ? one.discoveredOn : other.discoveredOn,
    agent: one.agent || other.agent,
    toldUsOn: earliestDate(one.toldUsOn, other.toldUsOn),
  };
}

function earliestDate<Day extends string>(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) {
    return one ?? other;
  }
  return one < other ? one : other;
}

function shorter(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
