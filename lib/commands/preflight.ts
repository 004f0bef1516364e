import type { Command, ExitCode } from './command';
import { parsePreflightArguments } from './preflight-arguments';
import type { runPreflight } from './run-preflight';

/**
 * Looks at an AWS account before the first deployment, and prints the configuration that fits it.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(A)
 */
export const preflightCommand: Command = {
  name: 'preflight',
  summary: 'reads the AWS account: what a deployment would fail on, and the configuration that fits',
  usage: `Usage: hipaa preflight [--environment E] [--format text|json] [-c alertEmail=ADDRESS]
       hipaa preflight --print-policy

Reads the account of your credentials (the AWS SDK finds them as everywhere: variables, profiles, single sign-on …) and
changes nothing in it. It says what a deployment would fail on, whether AWS's business associate addendum is accepted,
which services the account runs already, which limits are near, and prints the configuration that fits.

  --environment E, -e E      the environment to deploy (default: a new one, with every default)
  --format FORMAT            text (default) or json (a stable contract, docs/preflight.md)
  -c alertEmail=ADDRESS      where alerts go, as for a deployment
  --print-policy             prints the IAM policy that it needs, and calls nothing

What it may not read it names with the missing action, and goes on.
Exit codes: 0 nothing that was seen stops a deployment; 1 a deployment would fail; 2 bad input, no credentials or ones that
AWS does not accept; 3 not run: no answer from AWS, or not one call allowed.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const request = parsePreflightArguments(args);
    // Loaded only now: the clients of the AWS SDK take a second, and no other command needs them.
    const loaded: { readonly runPreflight: typeof runPreflight } = require('./run-preflight');
    return await loaded.runPreflight(request, surroundings);
  },
};
