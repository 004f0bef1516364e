import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildBaselineApp } from '../baseline-app';
import { type Judgement, judge, OWN_VERDICT_CONTEXT } from '../checks/judge';
import { attestationDemand } from '../config/attestation-demand';
import { deployability } from '../config/deployability';
import { loadEnvironments } from '../config/load';
import type { CheckArguments } from './check-arguments';
import type { Surroundings } from './command';

/** Nothing is deployed from here, and no rule looks into a function's code. */
const NO_BUNDLES = { 'aws:cdk:bundling-stacks': [] } as const;

/**
 * Judges the environments that were asked for; what was synthesized for it is removed again.
 *
 * @throws ConfigurationError before anything is written
 */
export function judgeProject(
  { asOf, context }: Pick<CheckArguments, 'asOf' | 'context'>,
  { account, region, today, projectRoot, cdkContext }: Surroundings,
): Judgement {
  const environments = loadEnvironments({ context, account, region });
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-check-'));
  try {
    const app = buildBaselineApp({
      environments,
      outdir,
      context: { ...cdkContext, ...context, ...OWN_VERDICT_CONTEXT, ...NO_BUNDLES },
    });
    const { verdict, notices } = judge(app, {
      asOf: asOf ?? today,
      projectRoot,
      attestationsDemandedFrom: attestationDemand(environments),
    });
    const undeployable = environments
      .map(deployability)
      .flatMap((state) => (state.deployable ? [] : [state.reason]));
    return { verdict, notices: [...notices, ...undeployable] };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
