import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stage, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { CDK_CONTEXT } from './test-stack';

interface Violation {
  readonly ruleName: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly Violation[];
    readonly suppressedViolations?: readonly Violation[];
  }[];
}

/** What the packs and the schema say, as `rule path`. */
interface PackFindings {
  readonly open: readonly string[];
  readonly acknowledged: readonly string[];
}

/** Synthesizes a stage under both packs and CDK's schema validation, and reads what they report. */
export function packFindings(
  build: (stage: Stage) => void,
  env = { account: '111122223333', region: 'us-east-1' },
): PackFindings {
  const outdir = mkdtempSync(path.join(tmpdir(), 'packs-'));
  try {
    const context = { ...CDK_CONTEXT, '@aws-cdk/core:failSynthOnValidationErrors': false };
    const app = new App({ context, outdir });
    Validations.of(app).addPlugins(new HIPAASecurityChecks(app), new AwsSolutionsChecks(app));
    build(new Stage(app, 'Stage', { env }));
    app.synth();
    const report: Report = JSON.parse(readFileSync(path.join(outdir, 'validation-report.json'), 'utf8'));
    return {
      open: report.pluginReports.flatMap(({ violations }) => violations.flatMap(lines)).sort(),
      acknowledged: report.pluginReports
        .flatMap(({ suppressedViolations = [] }) => suppressedViolations.flatMap(lines))
        .sort(),
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function lines({ ruleName, violatingConstructs }: Violation): string[] {
  return violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`);
}
