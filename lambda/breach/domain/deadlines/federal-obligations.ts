import { explainFederal } from './explain';
import { FEDERAL_RULES, type FederalRule } from './federal-rules';
import { applyHolds, FEDERAL_DELAY } from './holds';
import type { Jurisdiction } from './jurisdictions';
import type { OwedNotice } from './obligation';
import type { Situation } from './situation';

/** What HIPAA asks for; nothing once a ground on which this is no breach is proven. @see 45 CFR 164.414(b) */
export function federalObligations(situation: Situation): readonly OwedNotice[] {
  return situation.grounds.length > 0
    ? []
    : FEDERAL_RULES.filter(({ role }) => role === situation.facts.role).flatMap((rule) =>
        rule.owedIn(situation).map((jurisdiction) => owedUnder(rule, jurisdiction, situation)),
      );
}

function owedUnder(rule: FederalRule, jurisdiction: Jurisdiction | null, situation: Situation): OwedNotice {
  const limit = rule.limit(situation);
  const held = applyHolds(situation.facts.holds, limit.on, FEDERAL_DELAY);
  return {
    id: rule.id,
    recipient: rule.recipient,
    citation: rule.citation,
    basis: rule.basis,
    due: held.due,
    notBefore: held.notBefore,
    jurisdiction,
    explanation: explainFederal(rule, jurisdiction, limit, held, situation),
    check: false,
    fulfilledBy: rule.fulfilledBy,
  };
}
