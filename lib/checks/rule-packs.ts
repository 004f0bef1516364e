/** The packs whose violations a verdict lists. */
export type PackId = 'hipaa' | 'aws-solutions' | 'schema' | 'baseline' | 'eligibility' | 'acknowledgements';

interface RuleFamily {
  readonly pack: PackId;
  /** How the rule ids of the pack look. */
  readonly pattern: RegExp;
  /** The name under which the CDK knows the pack; null where the CDK reports the finding in a way of its own. */
  readonly cdkNamespace: string | null;
}

const FAMILIES: readonly RuleFamily[] = [
  { pack: 'hipaa', pattern: /^HIPAA\.Security-\w+(\[.*\])?$/s, cdkNamespace: 'HIPAA.Security' },
  { pack: 'aws-solutions', pattern: /^AwsSolutions-\w+(\[.*\])?$/s, cdkNamespace: 'AwsSolutions' },
  { pack: 'baseline', pattern: /^Baseline-\w+$/, cdkNamespace: 'Baseline' },
  { pack: 'eligibility', pattern: /^Eligibility-\w+$/, cdkNamespace: null },
  { pack: 'schema', pattern: /^[A-Z]\d{4}$/, cdkNamespace: 'CloudFormation-Validate' },
  { pack: 'schema', pattern: /^Annotation::.+$/s, cdkNamespace: null },
];

/** The pack that a rule id belongs to, judged by its shape; undefined when no pack has ids of that shape. */
export function packOfRule(rule: string): PackId | undefined {
  return familyOf(rule)?.pack;
}

/**
 * The only form of a rule id under which the CDK lists an exception instead of losing it, `pack::rule`;
 * undefined where the CDK would delete the finding before anybody saw it.
 */
export function qualifiedRuleId(rule: string): string | undefined {
  const namespace = familyOf(rule)?.cdkNamespace;
  return namespace ? `${namespace}::${rule.replaceAll(' ', '-')}` : undefined;
}

/** A rule id without the finding that some rules append in brackets. */
export function ruleWithoutFinding(rule: string): string {
  return rule.replace(/\[.*\]$/s, '');
}

function familyOf(rule: string): RuleFamily | undefined {
  return FAMILIES.find(({ pattern }) => pattern.test(rule));
}
