import { parseCheckArguments } from './check-arguments';
import type { Command, ExitCode } from './command';
import type { runCheck } from './run-check';

/**
 * Judges the environments of the project, or templates that somebody else wrote, and prints the verdict.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const checkCommand: Command = {
  name: 'check',
  summary: 'says whether every safeguard holds, in the environments or in templates that others wrote',
  usage: `Usage: hipaa check [--environment E] [--format text|json|sarif] [--as-of DATE] [-c key=value]
       hipaa check TEMPLATE… [--format text|json|sarif] [--as-of DATE]

Synthesizes the environments of this project, applies every rule to every resource, and prints the verdict. With
TEMPLATE it judges CloudFormation that somebody else wrote, JSON or YAML; - is standard input, and several are judged
together. Nothing is deployed and nothing is looked up.

  --environment E, -e E   only this environment (default: all of them)
  --format FORMAT         text (default), json (a stable contract) or sarif (2.1.0, for code hosts)
  --as-of DATE            the date that expiries are compared with, YYYY-MM-DD (default: today)
  -c key=value            CDK context, such as alertEmail=…; may be given several times

Exit codes: 0 every check holds, 1 something is open, 2 bad input or configuration.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const request = parseCheckArguments(args);
    // Loaded only now: the CDK takes a second, and help and wrong arguments need none of it.
    const loaded: { readonly runCheck: typeof runCheck } = require('./run-check');
    return await loaded.runCheck(request, surroundings);
  },
};
