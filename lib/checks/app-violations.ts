import { type App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { environmentOf } from './app-stacks';
import { type ReportedViolation, reportedByOthers } from './cdk-report';
import { environmentViolation } from './environment-verdict';
import type { Finding, JudgedStack } from './finding';
import { sourceOf } from './source-location';
import { ungovernedAcknowledgements } from './ungoverned';
import type { Violation } from './verdict';

/** A violation that no exception can cover, and the environments that it counts in. */
export interface AppViolation {
  /** An environment, null for what stands outside all of them, undefined for every one. */
  readonly scope: string | null | undefined;
  readonly violation: Violation;
}

/**
 * Acknowledgements that bypassed `acknowledge()`. They silence nothing here, and are violations because whoever gave them believes
 * that they do.
 */
export function ungovernedViolations(app: App, projectRoot: string): readonly AppViolation[] {
  return ungovernedAcknowledgements(app).map(({ construct, id }) => ({
    scope: scopeOf(construct),
    violation: {
      ...environmentViolation(environmentOf(construct), {
        pack: 'acknowledgements',
        rule: 'Acknowledgements-Ungoverned',
        message: `An acknowledgement must go through acknowledge(), got: '${id}' given to the CDK directly on ${nameOf(construct)}.`,
        fix: 'Remove it, and write acknowledge() beside the one resource that it is about.',
      }),
      stack: stackOf(construct)?.node.path ?? '',
      path: construct.node.path,
      resourceType: CfnResource.isCfnResource(construct) ? construct.cfnResourceType : '',
      source: sourceOf(construct, projectRoot),
    },
  }));
}

/** What annotations and packs of the app's own say, as findings where they stand in a stack, otherwise as violations. */
export function foreignFindings(
  app: App,
  assemblyDirectory: string,
  stacks: readonly JudgedStack[],
): { readonly findings: readonly Finding[]; readonly violations: readonly AppViolation[] } {
  const reported = reportedByOthers(assemblyDirectory);
  if (reported.length === 0) return { findings: [], violations: [] };
  const constructs = new Map(app.node.findAll().map((construct) => [construct.node.path, construct]));
  const findings: Finding[] = [];
  const violations: AppViolation[] = [];
  for (const entry of reported) {
    const construct = constructs.get(entry.constructPath) ?? app;
    const stack = stacks.find(({ name }) => name === stackOf(construct)?.node.path);
    if (stack === undefined) violations.push(toViolation(entry, construct));
    else findings.push(toFinding(entry, construct, stack));
  }
  return { findings, violations };
}

function toViolation(
  { rule, severity, message, fix }: ReportedViolation,
  construct: IConstruct,
): AppViolation {
  const about = environmentViolation(environmentOf(construct), { pack: 'schema', rule, message, fix });
  return { scope: scopeOf(construct), violation: { ...about, severity, path: construct.node.path } };
}

function toFinding(entry: ReportedViolation, construct: IConstruct, stack: JudgedStack): Finding {
  const { rule, severity, message, fix } = entry;
  return {
    pack: 'schema',
    rule,
    severity,
    citations: [],
    message,
    fix,
    stack,
    logicalId: logicalIdOf(construct),
  };
}

function logicalIdOf(construct: IConstruct): string | null {
  let current: IConstruct | undefined = Stack.isStack(construct) ? undefined : construct;
  while (current !== undefined && !CfnResource.isCfnResource(current)) current = current.node.defaultChild;
  return current === undefined ? null : String(current.stack.resolve(current.logicalId));
}

/** What stands on the app itself reaches every environment. */
function scopeOf(construct: IConstruct): AppViolation['scope'] {
  return construct.node.scope === undefined ? undefined : environmentOf(construct);
}

function stackOf(construct: IConstruct): Stack | undefined {
  return construct.node.scopes.findLast(Stack.isStack);
}

function nameOf(construct: IConstruct): string {
  if (construct.node.scope === undefined) return 'the app';
  return Stage.isStage(construct) ? `stage '${construct.node.path}'` : `'${construct.node.path}'`;
}
