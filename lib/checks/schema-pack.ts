import path from 'node:path';
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
  type PolicyViolation,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Finding, JudgedStack, PackRun } from './finding';
import { falsePositive } from './schema-false-positives';

/** The severities at which the schema checks speak of something that is wrong. */
const SEVERITIES: Readonly<Record<string, Finding['severity']>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
};

/** One for the process: each has 120 MB of compiled rules, which are never given back. */
const engine = new CloudFormationValidatePlugin();

/**
 * CDK's own schema checks. Registered by us, because the CDK leaves its own instance out when the CLI is told `--no-validation`;
 * read before the CDK lowers errors to warnings or applies exceptions that nobody governs.
 */
export class SchemaPack extends CloudFormationValidatePlugin {
  /** What the checks found; undefined when they did not run to the end. */
  public run: PackRun | undefined;
  /** Why the checks did not run to the end. */
  public failure: string | undefined;
  private readonly stacksOf: (context: IPolicyValidationContext) => readonly JudgedStack[];

  /** @param stacksOf the stacks under judgement, nested ones included, which the CDK leaves out */
  constructor(stacksOf: (context: IPolicyValidationContext) => readonly JudgedStack[]) {
    super();
    this.stacksOf = stacksOf;
  }

  public override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    try {
      return this.validateStacks(context);
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  private validateStacks(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const stacks = this.stacksOf(context);
    const known = new Set(context.stackTemplates.map(({ templatePath }) => path.resolve(templatePath)));
    const nested = stacks
      .filter(({ templatePath }) => !known.has(templatePath))
      .map(({ name, templatePath }) => ({
        stackConstructPath: name,
        templatePath,
        accountId: undefined,
        region: undefined,
      }));
    const report = engine.validate({ ...context, stackTemplates: [...context.stackTemplates, ...nested] });
    this.run = toRun(report, stacks);
    return report;
  }
}

/** Applies the schema checks to templates that no app stands behind. */
export function runSchemaChecks(stacks: readonly JudgedStack[]): PackRun {
  const report = engine.validate({
    stackTemplates: stacks.map(({ name, templatePath }) => ({
      stackConstructPath: name,
      templatePath,
      accountId: undefined,
      region: undefined,
    })),
    templatePaths: stacks.map(({ templatePath }) => templatePath),
    appConstruct: new Construct(undefined as unknown as Construct, ''),
  });
  return toRun(report, stacks);
}

function toRun(report: PolicyValidationPluginReport, stacks: readonly JudgedStack[]): PackRun {
  return {
    pack: 'schema',
    rules: new Set(),
    evaluations: new Map(stacks.map((stack) => [stack, 0])),
    findings: report.violations.flatMap((violation) => schemaFindings(violation, stacks)),
  };
}

function schemaFindings(violation: PolicyViolation, stacks: readonly JudgedStack[]): readonly Finding[] {
  const severity = SEVERITIES[violation.severity?.toLowerCase() ?? 'error'];
  if (severity === undefined) return [];
  return violation.violatingResources.flatMap(({ templatePath, resourceLogicalId }) => {
    const stack = stacks.find((candidate) => candidate.templatePath === path.resolve(templatePath ?? ''));
    if (stack === undefined) {
      throw new Error(`a schema finding must name a template under judgement, got: ${templatePath}`);
    }
    const type =
      resourceLogicalId === undefined ? '' : (stack.template.Resources[resourceLogicalId]?.Type ?? '');
    if (falsePositive(violation.ruleName, type) !== undefined) return [];
    return [
      {
        pack: 'schema' as const,
        rule: violation.ruleName,
        severity,
        citations: [],
        message: violation.description,
        fix:
          violation.fix ?? 'Give the property a value that the CloudFormation schema of the resource allows.',
        stack,
        logicalId: resourceLogicalId ?? null,
      },
    ];
  });
}
