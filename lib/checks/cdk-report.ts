import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Severity } from './verdict';

/** A violation in the CDK's own report that none of our packs made: annotations, and packs of the app's own. */
export interface ReportedViolation {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly constructPath: string;
}

/** The packs whose findings the verdict has at first hand. */
const OURS: ReadonlySet<string> = new Set([
  'HIPAA.Security',
  'AwsSolutions',
  'Baseline',
  'Eligibility',
  'CloudFormation Validate',
]);

interface CdkReport {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly metadata?: { readonly error?: string };
    readonly violations: readonly {
      readonly ruleName: string;
      readonly description: string;
      readonly suggestedFix?: string;
      readonly severity: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

/** What others found in a synthesis; a pack that did not run to the end is a violation that says so. */
export function reportedByOthers(assemblyDirectory: string): readonly ReportedViolation[] {
  const file = path.join(assemblyDirectory, 'validation-report.json');
  if (!existsSync(file)) return [];
  const report: CdkReport = JSON.parse(readFileSync(file, 'utf8'));
  return report.pluginReports.filter(({ pluginName }) => !OURS.has(pluginName)).flatMap(violationsOf);
}

function violationsOf(report: CdkReport['pluginReports'][number]): readonly ReportedViolation[] {
  const failure = report.metadata?.error;
  return [
    ...(failure === undefined
      ? []
      : [
          {
            rule: report.pluginName,
            severity: 'error' as const,
            message: failure,
            fix: 'Repair the validation plugin.',
            constructPath: '',
          },
        ]),
    ...report.violations
      .filter(({ severity }) => severity !== 'info')
      .flatMap(({ ruleName, severity, description, suggestedFix, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => ({
          rule: ruleName,
          severity: severity === 'warning' ? ('warning' as const) : ('error' as const),
          message: description,
          fix: suggestedFix ?? 'Do what the message of the construct asks for.',
          constructPath,
        })),
      ),
  ];
}
