import type { BaselineRule } from './baseline-rule';
import { BASELINE_RULES } from './baseline-rules';
import type { Finding, JudgedStack, PackRun } from './finding';

/** Applies every rule of our own to every resource. A rule that threw is a finding that says so. */
export function runBaselinePack(
  stacks: readonly JudgedStack[],
  rules: readonly BaselineRule[] = BASELINE_RULES,
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
          ...messages(rule, subject).map((message) => toFinding(rule, message, stack, logicalId)),
        );
      }
    }
    evaluations.set(stack, resources.length * rules.length);
  }
  return { pack: 'baseline', rules: new Set(rules.map(({ id }) => id)), evaluations, findings };
}

function messages(rule: BaselineRule, subject: Parameters<BaselineRule['evaluate']>[0]): readonly string[] {
  try {
    return rule.evaluate(subject);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`The rule threw, so that nothing is known of the resource: ${reason} ${rule.info}`];
  }
}

function toFinding(rule: BaselineRule, message: string, stack: JudgedStack, logicalId: string): Finding {
  return {
    pack: 'baseline',
    rule: rule.id,
    severity: rule.severity,
    citations: rule.citations,
    message,
    fix: `${rule.fix} ${rule.explanation}`,
    stack,
    logicalId,
  };
}
