import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib';
import type { Finding, PackRun } from './finding';

/**
 * A pack of ours as the CDK knows packs. The CDK gets a report like any other; the verdict rests on {@link run}, the findings
 * as they were before the CDK applied exceptions that nobody may own.
 */
export class TemplatePack implements IPolicyValidationPlugin {
  /** What the pack found; undefined when it did not run to the end. */
  public run: PackRun | undefined;
  /** Why the pack did not run to the end. */
  public failure: string | undefined;
  public readonly name: string;
  private readonly evaluate: (context: IPolicyValidationContext) => PackRun;

  constructor(name: string, evaluate: (context: IPolicyValidationContext) => PackRun) {
    this.name = name;
    this.evaluate = evaluate;
  }

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    try {
      const run = this.evaluate(context);
      this.run = run;
      return { success: run.findings.length === 0, violations: run.findings.map(toViolation) };
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }
}

function toViolation({ rule, message, severity, fix, stack, logicalId }: Finding): PolicyViolation {
  const place = logicalId === null ? { constructPath: stack.name } : { resourceLogicalId: logicalId };
  return {
    ruleName: rule,
    description: message,
    severity,
    fix,
    violatingResources: [{ ...place, templatePath: stack.templatePath, locations: ['Properties'] }],
  };
}
