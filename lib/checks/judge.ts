import { type App, Stack, Stage } from 'aws-cdk-lib';
import { oldListNotice } from '../safeguards/eligible-services/list-age';
import { environmentOf } from './app-stacks';
import { foreignFindings, ungovernedViolations } from './app-violations';
import { type EnvironmentJudgement, judgeEnvironment } from './environment-verdict';
import type { PackRun } from './finding';
import { type OperatorRecords, operatorRecords } from './operator-records';
import { registerPacks } from './packs';
import type { Verdict } from './verdict';

/** The CDK context that leaves the verdict to us: the CDK judges only what its CLI selects. */
export const OWN_VERDICT_CONTEXT = { '@aws-cdk/core:failSynthOnValidationErrors': false } as const;

/** What a judgement needs to know from outside. */
export interface JudgeOptions {
  /** The date that expiries are compared with, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The directory that file names are relative to, absolute. */
  readonly projectRoot: string;
  /** What the operator has stated and agreed. @default what is filed in `lib/safeguards/` */
  readonly records?: Partial<OperatorRecords>;
  /** The first day on which every attestation must be in force, `YYYY-MM-DD`, by environment. @default none is demanded */
  readonly attestationsDemandedFrom?: (environment: string | null) => string | undefined;
}

/** A verdict, and what is not yet a violation but soon will be. */
export interface Judgement {
  readonly verdict: Verdict;
  /** A line each, for people. */
  readonly notices: readonly string[];
}

/**
 * Synthesizes an app once and judges what would be deployed, an environment for each stage. It passes only when nothing at all is
 * open; no flag of the CDK CLI and no acknowledgement given to the CDK alone has a part in it.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function judge(app: App, options: JudgeOptions): Judgement {
  const { asOf, projectRoot, attestationsDemandedFrom } = options;
  // Before anything is written: records that cannot be read are no verdict.
  const { attestations, vendors } = operatorRecords(options.records);
  const resultsOf = registerPacks(app, projectRoot, { vendors, asOf });
  const { directory } = app.synth();
  const results = resultsOf();
  const foreign = foreignFindings(app, directory, results.stacks);
  const runs = [...results.runs, foreignRun(foreign.findings)];
  const further = [...foreign.violations, ...ungovernedViolations(app, projectRoot)];
  return summarize(
    environmentsOf(app).map((environment) =>
      judgeEnvironment({
        environment,
        stacks: results.stacks.filter((stack) => stack.environment === environment),
        results: { ...results, runs },
        further: further
          .filter(({ scope }) => scope === environment || scope === undefined)
          .map(({ violation }) => violation),
        asOf,
        attestations,
        vendors,
        attestationsDemandedFrom: attestationsDemandedFrom?.(environment),
        origin: 'this-project',
      }),
    ),
    asOf,
  );
}

/** The verdict over all environments: each must pass, and there must be one. */
export function summarize(judgements: readonly EnvironmentJudgement[], asOf: string): Judgement {
  const environments = judgements.map(({ verdict }) => verdict);
  const holds = environments.length > 0 && environments.every(({ verdict }) => verdict === 'pass');
  const age = oldListNotice(asOf);
  return {
    verdict: { schemaVersion: 1, asOf, verdict: holds ? 'pass' : 'fail', environments },
    notices: [...judgements.flatMap((judgement) => judgement.notices), ...(age === null ? [] : [age])],
  };
}

/** A stage each; stacks outside every stage, or nothing at all, are an environment without a name. */
function environmentsOf(app: App): readonly (string | null)[] {
  const stages = app.node.children.filter(Stage.isStage).map(({ node }) => node.id);
  const outside = app.node
    .findAll()
    .some((construct) => Stack.isStack(construct) && environmentOf(construct) === null);
  return outside || stages.length === 0 ? [null, ...stages] : stages;
}

function foreignRun(findings: PackRun['findings']): PackRun {
  return { pack: 'schema', rules: new Set(), evaluations: new Map(), findings };
}
