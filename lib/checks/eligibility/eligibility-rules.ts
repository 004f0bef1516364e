import type { BaselineRule } from '../baseline-rule';
import { RECIPIENT_RULE, type Register, recipientRule } from './recipient-rule';
import { eligibleServiceRule } from './service-rule';

/** The rules of the pack `eligibility`: whether PHI may be where a template puts it, and go where it sends it. */
export function eligibilityRules(register: Register): readonly BaselineRule[] {
  return [eligibleServiceRule, recipientRule(register)];
}

/** The paragraphs that the rules of the pack answer to. */
export const ELIGIBILITY_CITATIONS: readonly Pick<BaselineRule, 'id' | 'citations'>[] = [
  eligibleServiceRule,
  RECIPIENT_RULE,
];
