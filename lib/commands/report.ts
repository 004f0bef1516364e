import path from 'node:path';
import type { Command, ExitCode } from './command';
import type { judgeRequest } from './judge-request';
import { parseReportArguments } from './report-arguments';
import { checkDirectory } from './report-directory';
import type { publish, REPORT_FILES } from './report-publish';
import { readSince } from './report-since';

/**
 * Judges the environments once, prints what `check` prints, and writes the report that an auditor can read.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export const reportCommand: Command = {
  name: 'report',
  summary: 'checks the environments and writes the compliance report',
  usage: `Usage: hipaa report --out DIR [--environment E] [--as-of DATE] [--since OLD.json] [-c key=value] [TEMPLATE…]

Checks the environments of this project, or templates, as 'hipaa check' does, and writes the verdict into DIR:
report.html (one page that needs nothing else), report.json (as 'hipaa check --format json'), report.csv and report.sarif.
DIR is made where it is missing; no other file in it is touched.

  --out DIR               the directory to write into
  --environment E, -e E   only this environment (default: all of them)
  --as-of DATE            the date that expiries are compared with, YYYY-MM-DD (default: today)
  --since OLD.json        an earlier report.json or 'check --format json': says what was lost and won; - is standard input
  -c key=value            CDK context, such as alertEmail=…; may be given several times

Exit codes: 0 every check holds, 1 something is open (the report is written all the same), 2 bad input or configuration:
nothing is written.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const { out, since, ...request } = parseReportArguments(args);
    // Loaded only now: the CDK takes a second, and help and wrong arguments need none of it.
    const publication: { readonly publish: typeof publish; readonly REPORT_FILES: typeof REPORT_FILES } =
      require('./report-publish');
    checkDirectory(path.resolve(surroundings.projectRoot, out), publication.REPORT_FILES);
    const earlier = since === undefined ? undefined : await readSince(since, surroundings);
    const judgement: { readonly judgeRequest: typeof judgeRequest } = require('./judge-request');
    return publication.publish(
      { ...(await judgement.judgeRequest(request, surroundings)), out, since: earlier },
      surroundings,
    );
  },
};
