import { explainDayZero, sentences } from './explain';
import type { Limit } from './federal-limits';
import type { HeldLimit } from './holds';
import type { Situation } from './situation';
import type { StateRule } from './state-rules/state-rule';

/** What a State rule asks, how its date was found or why it has none, in plain words. */
export function explainStateRule(
  rule: StateRule,
  limit: Limit | undefined,
  held: HeldLimit | undefined,
  situation: Situation,
): string {
  return sentences([
    rule.says,
    explainDayZero(situation),
    limit === undefined ? withoutDate(rule) : `At the latest on ${limit.on}: ${limit.because}.`,
    ...(held?.because ?? []),
    isUndelayed(rule) && limit !== undefined && situation.facts.holds.length > 0
      ? 'No delay for law enforcement is modelled for it: the date does not move.'
      : '',
    explainUnknownCount(rule, situation),
    rule.dependsOn === null ? '' : `Check: it depends on ${rule.dependsOn}.`,
    explainGrounds(situation),
  ]);
}

function explainUnknownCount({ nexus, jurisdiction, atLeast }: StateRule, { headcount }: Situation): string {
  return nexus === 'residents' && atLeast > 0 && headcount.byJurisdiction.get(jurisdiction) === null
    ? `How many residents are affected is not known yet; until it is, it is taken as ${atLeast} or more.`
    : '';
}

/** A rule that waits for another notice moves with that notice. */
function isUndelayed({ delay, start }: StateRule): boolean {
  return delay.kind === 'none' && start.from === 'day-zero';
}

function withoutDate({ confidence, days }: StateRule): string {
  if (confidence === 'high' || days === null) {
    return 'The facts give no date for it: ask counsel.';
  }
  return `No date is given: the rule is known with ${confidence} confidence only (${days.count} ${days.unit} days, not relied on). Ask counsel.`;
}

function explainGrounds({ grounds }: Situation): string {
  return grounds.length === 0
    ? ''
    : 'HIPAA asks for no notice here, but this law has conditions of its own: check them with counsel.';
}
