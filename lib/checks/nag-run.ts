import { NagRuleCompliance, type NagRuleResult } from 'cdk-nag';
import type { Finding, JudgedStack, PackRun } from './finding';
import { type NagPackId, type NagRule, type NagRuleSource, nagRuleSource } from './nag-rules';
import { settledTemplates } from './settled-templates';
import { templateRuleFor } from './template-rules';
import { type TypedResource, typedResources } from './typed-resources';

/**
 * Applies every rule of a cdk-nag pack to every resource. A rule that threw and a resource that could not be read are
 * findings that say so.
 */
export function runNagPack(pack: NagPackId, stacks: readonly TypedStack[]): PackRun {
  const source = nagRuleSource(pack);
  const rules = new Set<string>();
  const evaluations = new Map<JudgedStack, number>();
  const findings: Finding[] = [];
  for (const { stack, ways } of stacks) {
    const [first, ...others] = ways.map((resources) => applyPack(pack, source, resources, stack));
    if (first === undefined) continue;
    for (const id of first.rules) rules.add(id);
    // A resource is one, in however many ways it may turn out.
    evaluations.set(stack, first.applied);
    findings.push(...first.findings, ...newIn(others, first));
  }
  return { pack, rules, evaluations, findings };
}

/** What a pack has against the resources in one of their ways. */
interface Applied {
  readonly rules: ReadonlySet<string>;
  readonly applied: number;
  readonly findings: readonly Finding[];
}

function applyPack(
  pack: NagPackId,
  source: NagRuleSource,
  resources: readonly TypedResource[],
  stack: JudgedStack,
): Applied {
  const rules = new Set<string>();
  const findings: Finding[] = [];
  let applied = 0;
  for (const resource of resources) {
    for (const rule of source.rulesFor(resource.node)) {
      rules.add(rule.id);
      applied += 1;
      findings.push(...applyRule(pack, rule, resource, stack));
    }
  }
  return { rules, applied, findings };
}

/** Findings in other ways that the first does not have. */
function newIn(others: readonly Applied[], first: Applied): readonly Finding[] {
  const place = ({ logicalId, rule }: Finding) => `${logicalId} ${rule}`;
  const known = new Set(first.findings.map(place));
  return others.flatMap(({ findings }) => findings).filter((finding) => !known.has(place(finding)));
}

/** A stack with its resources as rules by class want them. */
export interface TypedStack {
  readonly stack: JudgedStack;
  /** The resources in each way in which the conditions of the template may turn out; the first is always there. */
  readonly ways: readonly (readonly TypedResource[])[];
  /** Resources that no rule can look at, as findings. */
  readonly unreadable: readonly Finding[];
}

/** Types the resources of a stack once, for all the packs that need it. */
export function typeStack(stack: JudgedStack): TypedStack {
  const ways = settledTemplates(stack.template).map(typedResources);
  const failures = new Map(
    ways.flatMap((way) => way.failures.map(({ logicalId, reason }) => [logicalId, reason] as const)),
  );
  return {
    stack,
    ways: ways.map(({ typed }) => typed),
    unreadable: [...failures].map(([logicalId, reason]) => ({
      pack: 'schema',
      rule: 'Template-UnreadableResource',
      severity: 'error',
      citations: [],
      message: `The resource could not be read, so that no rule could look at it: ${reason}.`,
      fix: "Give the properties the types that CloudFormation's documentation of the resource asks for.",
      stack,
      logicalId,
    })),
  };
}

function applyRule(pack: NagPackId, rule: NagRule, subject: TypedResource, stack: JudgedStack): Finding[] {
  const finding = (id: string, message: string): Finding => ({
    pack,
    rule: id,
    severity: rule.severity,
    citations: rule.citations,
    message,
    fix: rule.explanation,
    stack,
    logicalId: subject.logicalId,
  });
  try {
    const result = (templateRuleFor(rule.id) ?? rule.apply)(subject, stack.template);
    return ruleIds(rule.id, result).map((id) => finding(id, rule.info));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      finding(rule.id, `The rule threw, so that nothing is known of the resource: ${reason} ${rule.info}`),
    ];
  }
}

/** One id for each finding: some rules have several against one resource. */
function ruleIds(id: string, result: NagRuleResult): readonly string[] {
  if (Array.isArray(result)) return result.map((detail) => `${id}[${detail}]`);
  return result === NagRuleCompliance.NON_COMPLIANT ? [id] : [];
}
