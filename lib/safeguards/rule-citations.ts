import { BASELINE_RULES } from '../checks/baseline-rules';
import { ELIGIBILITY_CITATIONS } from '../checks/eligibility/eligibility-rules';
import { ruleWithoutFinding } from '../checks/rule-packs';
import { AWS_SOLUTIONS_CITATIONS } from './rule-citations/aws-solutions';
import { HIPAA_SECURITY_CITATIONS } from './rule-citations/hipaa-security';

const CITATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...HIPAA_SECURITY_CITATIONS, ...AWS_SOLUTIONS_CITATIONS].flatMap(({ citations, rules }) =>
    rules.map((rule) => [rule, citations] as const),
  ),
  ...[...BASELINE_RULES, ...ELIGIBILITY_CITATIONS].map(({ id, citations }) => [id, citations] as const),
]);

/** The rules that answer to a paragraph, in one order for every machine: cdk-nag's HIPAA pack, its AWS Solutions pack, our own. */
export function rulesCiting(citation: string): readonly string[] {
  return [...CITATIONS].filter(([, citations]) => citations.includes(citation)).map(([rule]) => rule);
}

/**
 * The paragraphs that a rule answers to, by its id with or without a finding in brackets; empty for a rule that answers to none or is
 * unknown.
 */
export function citationsOfRule(rule: string): readonly string[] {
  return CITATIONS.get(ruleWithoutFinding(rule)) ?? [];
}

/** Every rule that has citations, or is known to answer to no paragraph. */
export function citedRules(): readonly string[] {
  return [...CITATIONS.keys()];
}
