import { explainStateRule } from './explain-state';
import { applyHolds, type HeldLimit } from './holds';
import type { Jurisdiction } from './jurisdictions';
import type { OwedNotice } from './obligation';
import { stateRuleId } from './obligation-ids';
import { openQuestions } from './open-questions';
import type { Situation } from './situation';
import { delayRuleOf } from './state-delay';
import { stateLimit } from './state-limits';
import type { StateRule } from './state-rules/state-rule';
import { STATE_RULES } from './state-rules/state-rules';
import { standingOf } from './state-standing';

/** What the States ask for: the modelled rules that apply, and for every jurisdiction the questions that stay open. */
export function stateObligations(
  situation: Situation,
  rules: readonly StateRule[] = STATE_RULES,
): readonly OwedNotice[] {
  return namedJurisdictions(situation).flatMap((jurisdiction) => {
    const ofJurisdiction = rules.filter((rule) => rule.jurisdiction === jurisdiction);
    return [
      ...ofJurisdiction
        .filter((rule) => standingOf(rule, situation) === 'applies')
        .map((rule) => owedUnder(rule, situation, rules)),
      ...openQuestions(jurisdiction, ofJurisdiction, situation),
    ];
  });
}

/** Where affected individuals live and where the facility is licensed, each once, in order. */
function namedJurisdictions({ headcount, facts }: Situation): readonly Jurisdiction[] {
  const facility = facts.facility === null ? [] : [facts.facility.jurisdiction];
  return [...new Set([...headcount.byJurisdiction.keys(), ...facility])].sort();
}

function owedUnder(rule: StateRule, situation: Situation, rules: readonly StateRule[]): OwedNotice {
  const limit = rule.confidence === 'high' ? stateLimit(rule, situation, rules) : undefined;
  const delay = delayRuleOf(rule);
  const held: HeldLimit | undefined =
    limit === undefined || delay === undefined
      ? undefined
      : applyHolds(situation.facts.holds, limit.on, delay);
  const due = held?.due ?? limit?.on ?? null;
  return {
    id: stateRuleId(rule.id),
    recipient: rule.recipient,
    citation: rule.citation,
    basis: 'law',
    due,
    notBefore: held?.notBefore ?? null,
    jurisdiction: rule.jurisdiction,
    explanation: explainStateRule(rule, limit, held, situation),
    check: due === null || rule.dependsOn !== null || situation.grounds.length > 0,
    fulfilledBy: [],
  };
}
