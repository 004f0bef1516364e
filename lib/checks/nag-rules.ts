import { CfnResource, Stack } from 'aws-cdk-lib';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  type IApplyRule,
  NagMessageLevel,
  type NagRuleResult,
} from 'cdk-nag';
import { Construct } from 'constructs';
import type { Severity } from './verdict';

/** The packs that cdk-nag brings. */
export type NagPackId = 'hipaa' | 'aws-solutions';

/** One rule of a cdk-nag pack, ready to be applied to one resource. */
export interface NagRule {
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong when the rule is not met. */
  readonly info: string;
  /** Why it matters and what to do. */
  readonly explanation: string;
  readonly citations: readonly string[];
  readonly apply: () => NagRuleResult;
}

/** A pack that hands out its rules instead of applying them, so that they can be counted and enumerated. */
export interface NagRuleSource {
  rulesFor(node: CfnResource): readonly NagRule[];
}

class HipaaRules extends HIPAASecurityChecks implements NagRuleSource {
  private collected: NagRule[] = [];

  public rulesFor(node: CfnResource): readonly NagRule[] {
    this.collected = [];
    this.checkResource(node);
    return this.collected;
  }

  protected override applyRule(rule: IApplyRule): void {
    this.collected.push(nagRule(this.packName, rule));
  }
}

class AwsSolutionsRules extends AwsSolutionsChecks implements NagRuleSource {
  private collected: NagRule[] = [];

  public rulesFor(node: CfnResource): readonly NagRule[] {
    this.collected = [];
    this.checkResource(node);
    return this.collected;
  }

  protected override applyRule(rule: IApplyRule): void {
    this.collected.push(nagRule(this.packName, rule));
  }
}

/** A fresh source of a pack's rules. */
export function nagRuleSource(pack: NagPackId): NagRuleSource {
  return pack === 'hipaa' ? new HipaaRules() : new AwsSolutionsRules();
}

/** Every rule of a pack; cdk-nag has no list, so that a resource which no rule applies to is shown to all of them. */
export function listNagRules(pack: NagPackId): readonly NagRule[] {
  const stack = new Stack(new Construct(undefined as unknown as Construct, ''), 'Probe');
  return nagRuleSource(pack).rulesFor(new CfnResource(stack, 'Probe', { type: 'Probe::Probe::Probe' }));
}

function nagRule(packName: string, rule: IApplyRule): NagRule {
  return {
    id: `${packName}-${rule.ruleSuffixOverride ?? rule.rule.name}`,
    severity: rule.level === NagMessageLevel.ERROR ? 'error' : 'warning',
    info: withoutControlIds(rule.info),
    explanation: rule.explanation,
    citations: citationsIn(rule.info),
    apply: () => rule.rule(rule.node),
  };
}

/** The paragraphs that cdk-nag names at the end of its texts: "… - (Control IDs: 164.312(a)(1), 164.312(b))." */
export function citationsIn(info: string): readonly string[] {
  const [, list = ''] = info.match(/\(Control IDs?: (.*)\)\.?\s*$/) ?? [];
  return [...new Set(list.match(/164\.\d{3}(\([0-9A-Za-z]+\))*/g) ?? [])];
}

function withoutControlIds(info: string): string {
  return info.replace(/ - \(Control IDs?: .*\)\.?\s*$/, '.');
}
