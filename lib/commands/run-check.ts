import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildBaselineApp } from '../baseline-app';
import { type Judgement, judge, OWN_VERDICT_CONTEXT } from '../checks/judge';
import { deployability } from '../config/deployability';
import { loadEnvironments } from '../config/load';
import { renderJson } from '../report/json';
import { renderSarif } from '../report/sarif';
import { renderText } from '../report/text';
import type { CheckArguments, VerdictFormat } from './check-arguments';
import type { ExitCode, Surroundings } from './command';

/** Judges the environments that were asked for and prints the verdict; what was synthesized for it is removed again. */
export function runCheck({ format, asOf, context }: CheckArguments, surroundings: Surroundings): ExitCode {
  const { account, region, today, projectRoot, cdkContext } = surroundings;
  const environments = loadEnvironments({ context, account, region });
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-check-'));
  try {
    const app = buildBaselineApp({
      environments,
      outdir,
      context: { ...cdkContext, ...context, ...OWN_VERDICT_CONTEXT },
    });
    const judgement = judge(app, { asOf: asOf ?? today, projectRoot });
    const undeployable = environments
      .map(deployability)
      .flatMap((state) => (state.deployable ? [] : [state.reason]));
    print({ ...judgement, notices: [...judgement.notices, ...undeployable] }, format, surroundings);
    return judgement.verdict.verdict === 'pass' ? 0 : 1;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Formats for programs are alone on stdout; what is said to people goes to stderr. */
function print({ verdict, notices }: Judgement, format: VerdictFormat, surroundings: Surroundings): void {
  const { stdout, stderr, version, layout } = surroundings;
  if (format === 'text') {
    stdout(renderText(verdict, notices, layout));
    return;
  }
  stdout(format === 'json' ? renderJson(verdict) : renderSarif(verdict, version));
  for (const notice of notices) stderr(`Notice: ${notice}\n`);
}
