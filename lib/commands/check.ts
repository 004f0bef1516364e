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
import { parseCheckArguments, type VerdictFormat } from './check-arguments';
import type { Command, ExitCode, Surroundings } from './command';

/**
 * Judges the environments of the project and prints the verdict.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const checkCommand: Command = {
  name: 'check',
  summary: 'synthesizes the environments and says whether every safeguard holds',
  usage: `Usage: hipaa check [--environment E] [--format text|json|sarif] [--as-of DATE] [-c key=value]

Synthesizes the environments of this project, applies every rule to every resource, and prints the verdict.
Nothing is deployed and nothing is looked up.

  --environment E, -e E   only this environment (default: all of them)
  --format FORMAT         text (default), json (a stable contract) or sarif (2.1.0, for code hosts)
  --as-of DATE            the date that expiries are compared with, YYYY-MM-DD (default: today)
  -c key=value            CDK context, such as alertEmail=…; may be given several times

Exit codes: 0 every check holds, 1 something is open, 2 bad input or configuration.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const { format, asOf, context } = parseCheckArguments(args);
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
  },
};

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
