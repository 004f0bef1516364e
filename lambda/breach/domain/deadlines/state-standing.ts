import type { CivilDate } from '../../../shared/calendar/civil-date';
import { reaches } from './headcount';
import { categoryOf } from './phi-types';
import type { Situation } from './situation';
import type { StateRule } from './state-rules/state-rule';

/**
 * How a State rule stands to an incident. `elsewhere`: nothing ties them, or too few residents for it; `not-yet`: discovered
 * before the rule was in force; `not-triggered`: not these types of information; `ended`: the State's own exception applies.
 */
export type Standing = 'applies' | 'elsewhere' | 'not-yet' | 'not-triggered' | 'ended';

/** How a State rule stands to an incident, the first reason against it first. */
export function standingOf(rule: StateRule, situation: Situation): Standing {
  const { dayZero, facts } = situation;
  if (facts.role !== 'covered-entity' || !isTied(rule, situation) || !isOwedFor(rule, situation)) {
    return 'elsewhere';
  }
  if (rule.inForceFrom !== null && dayZero.date < rule.inForceFrom) {
    return 'not-yet';
  }
  if (!isTriggered(rule, facts.phiTypes, dayZero.date)) {
    return 'not-triggered';
  }
  return isEnded(rule, situation) ? 'ended' : 'applies';
}

function isTied({ nexus, jurisdiction, atLeast }: StateRule, { facts, headcount }: Situation): boolean {
  return nexus === 'facility'
    ? facts.facility?.jurisdiction === jurisdiction
    : reaches(headcount.byJurisdiction.get(jurisdiction), atLeast);
}

function isOwedFor({ owedFor, start }: StateRule, { grounds }: Situation): boolean {
  const isBreach = grounds.length === 0;
  return owedFor === 'no-breach' ? !isBreach : isBreach || start.from !== 'hhs-told';
}

/** Types that nobody has named yet, or that the vocabulary does not know, may be any: they trigger. */
function isTriggered({ triggers }: StateRule, phiTypes: readonly string[], day: CivilDate): boolean {
  if (triggers === 'any' || phiTypes.length === 0) {
    return true;
  }
  const categories = new Set(
    triggers.filter(({ since }) => since === null || day >= since).flatMap((trigger) => trigger.categories),
  );
  return phiTypes.some((type) => categories.has(categoryOf(type)));
}

/** One proven ground that the State knows too is enough. */
function isEnded({ endedBy }: StateRule, { grounds, dayZero }: Situation): boolean {
  return grounds.some(({ ground }) =>
    endedBy.some((exception) => exception.ground === ground && dayZero.date >= exception.since),
  );
}
