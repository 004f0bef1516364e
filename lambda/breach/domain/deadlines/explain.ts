import { parseCivilDate } from '../../../shared/calendar/civil-date';
import type { Limit } from './federal-limits';
import type { FederalRule } from './federal-rules';
import type { HeldLimit } from './holds';
import { type Jurisdiction, nameOfJurisdiction } from './jurisdictions';
import { phiTypeRow } from './phi-types';
import type { Situation } from './situation';

/** Since this day the breach rule covers records of substance use treatment. @see 42 CFR 2.16(b) */
const PART_2_SINCE = parseCivilDate('2026-02-16');

/** What a federal duty asks, how its date was found and what else bears on it, in plain words. */
export function explainFederal(
  rule: FederalRule,
  jurisdiction: Jurisdiction | null,
  limit: Limit,
  held: HeldLimit,
  situation: Situation,
): string {
  return sentences([
    rule.says(situation),
    jurisdiction === null ? '' : `This one is for ${nameOfJurisdiction(jurisdiction)}.`,
    explainDayZero(situation),
    limit.because,
    held.due === limit.on ? 'Weekends and holidays do not move it.' : '',
    ...held.because,
    explainUnknownCount(rule, jurisdiction, situation),
    explainUnproven(situation),
    explainPart2(situation),
  ]);
}

/** Day 0 and why it is this day. */
export function explainDayZero({ dayZero }: Situation): string {
  return `Day 0 is ${dayZero.date}: ${dayZero.because}.`;
}

/** Sentences in one paragraph; empty ones fall out. */
export function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function explainUnknownCount(
  { unknownCountIs }: FederalRule,
  jurisdiction: Jurisdiction | null,
  { headcount }: Situation,
): string {
  const count = jurisdiction === null ? headcount.total : headcount.byJurisdiction.get(jurisdiction);
  return count === null && unknownCountIs !== null
    ? `How many are affected is not known yet; until it is, it is taken as ${unknownCountIs}.`
    : '';
}

function explainUnproven({ unproven, facts }: Situation): string {
  const missing = unproven.flatMap((ground) => ground.missing);
  if (missing.length > 0) {
    return `A breach is presumed: the claim that it is none lacks ${missing.join(', ')}.`;
  }
  return unproven.length > 0 && facts.assessment?.outcome === 'breach'
    ? 'The assessment says that it is a breach, and that outweighs the claim that it is none.'
    : '';
}

function explainPart2({ facts, dayZero }: Situation): string {
  const involved = facts.phiTypes.some((type) => phiTypeRow(type)?.underPart2);
  return involved && dayZero.date >= PART_2_SINCE
    ? 'Records of substance use treatment are involved: the same rule applies under 42 CFR 2.16(b).'
    : '';
}
