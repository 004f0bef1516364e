import type { CivilDate } from '../../../../shared/calendar/civil-date';
import { dayZeroOf } from '../../deadlines/day-zero';
import { parseFacts } from '../../deadlines/facts';
import { FactsError } from '../../deadlines/facts-error';
import { headcountOf } from '../../deadlines/headcount';
import type { FactsPatch } from '../case-event';
import type { CaseFacts } from '../case-facts';
import { cleanOptional, cleanText } from '../clean-text';
import { accepted, type Decision, notIn, outOfOrder, refused } from '../decision';
import type { Incident } from '../incident';
import { voids } from '../voids';

/** What a responder can find out and correct; holds, sendings and the assessment have steps of their own. */
type FactsChange = Pick<
  FactsPatch,
  | 'occurredOn'
  | 'discoveredOn'
  | 'businessAssociate'
  | 'affected'
  | 'unreachable'
  | 'phiTypes'
  | 'facility'
  | 'agreementDays'
>;

const CHANGEABLE: ReadonlySet<string> = new Set([
  'occurredOn',
  'discoveredOn',
  'businessAssociate',
  'affected',
  'unreachable',
  'phiTypes',
  'facility',
  'agreementDays',
] satisfies (keyof FactsChange)[]);

/** The longest description of an official, in UTF-16 units. */
const MAX_OFFICIAL = 200;

/** The longest name of a type of PHI, in UTF-16 units. */
const MAX_TYPE = 100;

/**
 * Sets facts of a case. Day 0 never moves later, and an assessment that found no breach does not outlive the facts it was made
 * on.
 *
 * @see 45 CFR 164.404(a)(2)
 */
export function changeFacts(incident: Incident, change: unknown, by: string, today: CivilDate): Decision {
  const wrong = notIn(['review', 'open'], incident);
  if (wrong !== undefined) {
    return wrong;
  }
  const keys = Object.keys(typeof change === 'object' && change !== null ? change : {});
  const unknown = keys.filter((key) => !CHANGEABLE.has(key));
  if (keys.length === 0 || unknown.length > 0) {
    return outOfOrder(`'facts' must name some of ${[...CHANGEABLE].join(', ')}, and nothing else`);
  }
  const parsed = readFacts({ ...incident.facts, ...(change as object) }, today);
  if (!('discoveredOn' in parsed)) {
    return parsed;
  }
  const before = dayZeroOf({ ...incident.facts, asOf: today }).date;
  const after = dayZeroOf({ ...parsed, asOf: today }).date;
  if (after > before || parsed.discoveredOn > incident.facts.discoveredOn) {
    return refused({
      reason: `day 0 is ${before} and never moves later`,
      citation: '45 CFR 164.404(a)(2)',
    });
  }
  const facts = patchOf(parsed, keys);
  return voids(incident)
    ? accepted({ type: 'facts-changed', by, facts }, { type: 'assessment-voided', because: 'new-facts' })
    : accepted({ type: 'facts-changed', by, facts });
}

/** The facts in their bounded form: one entry for each jurisdiction, types of PHI without identifiers of people. */
export function boundedFacts(facts: CaseFacts): CaseFacts {
  return {
    ...facts,
    affected: [...headcountOf(facts).byJurisdiction].map(([jurisdiction, count]) => ({
      jurisdiction,
      count,
    })),
    holds: facts.holds.map((hold) => ({ ...hold, official: cleanOptional(hold.official, MAX_OFFICIAL) })),
    phiTypes: [...new Set(facts.phiTypes.map((type) => cleanText(type, MAX_TYPE)))],
  };
}

/** The facts as the deadlines accept them, or why they are refused. */
export function readFacts(facts: object, today: CivilDate): CaseFacts | Decision {
  try {
    const { asOf: _, ...parsed } = parseFacts(facts, today);
    return boundedFacts(parsed);
  } catch (error) {
    if (error instanceof FactsError) {
      return refused(...error.problems.map((reason) => ({ reason, citation: null })));
    }
    throw error;
  }
}

function patchOf(facts: CaseFacts, keys: readonly string[]): FactsPatch {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => keys.includes(key)));
}
