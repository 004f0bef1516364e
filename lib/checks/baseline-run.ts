import type { BaselineRule } from './baseline-rule';
import { BASELINE_RULES } from './baseline-rules';
import type { Finding, JudgedStack, PackRun } from './finding';
import type { PackId } from './rule-packs';

/** Applies every rule of our own to every resource. */
export function runBaselinePack(
  stacks: readonly JudgedStack[],
  rules: readonly BaselineRule[] = BASELINE_RULES,
): PackRun {
  return runRules('baseline', stacks, rules);
}

/** Applies rules over plain template JSON to every resource. A rule that threw is a finding that says so. */
export function runRules(
  pack: PackId,
  stacks: readonly JudgedStack[],
  rules: readonly BaselineRule[],
): PackRun {
  const evaluations = new Map<JudgedStack, number>();
  const findings: Finding[] = [];
  for (const stack of stacks) {
    const templates = stacks
      .filter((other) => other.environment === stack.environment)
      .map((other) => other.template);
    const resources = Object.entries(stack.template.Resources);
    for (const [logicalId, resource] of resources) {
      const subject = { logicalId, resource, template: stack.template, templates };
      for (const rule of rules) {
        findings.push(
          ...messages(rule, subject).map((message) => toFinding(pack, rule, message, stack, logicalId)),
        );
      }
    }
    evaluations.set(stack, resources.length * rules.length);
  }
  return { pack, rules: new Set(rules.map(({ id }) => id)), evaluations, findings };
}

function messages(rule: BaselineRule, subject: Parameters<BaselineRule['evaluate']>[0]): readonly string[] {
  try {
    return rule.evaluate(subject);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`The rule threw, so that nothing is known of the resource: ${reason} ${rule.info}`];
  }
}

function toFinding(
  pack: PackId,
  rule: BaselineRule,
  message: string,
  stack: JudgedStack,
  logicalId: string,
): Finding {
  return {
    pack,
    rule: rule.id,
    severity: rule.severity,
    citations: rule.citations,
    message,
    fix: `${rule.fix} ${rule.explanation}`,
    stack,
    logicalId,
  };
}
