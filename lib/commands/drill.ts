import type { Command, ExitCode } from './command';
import { parseDrillArguments } from './drill-arguments';
import type { runDrillCommand } from './run-drill-command';

/**
 * Rehearses a breach on the response of an environment, without an AWS account.
 *
 * @see 45 CFR 164.308(a)(6)(ii), 164.308(a)(7)(ii)(D)
 */
export const drillCommand: Command = {
  name: 'drill',
  summary: 'deploys the response stack to a local AWS endpoint and runs breaches through it',
  usage: `Usage: hipaa drill [--environment E] [--format text|json] [--scenario ID …] [--endpoint URL]

Deploys the response stack of an environment, as it is, with the CDK CLI to an emulator of AWS on this machine, puts
breach events on its bus, reads the alerts that come, works through the cases and verifies their timelines. It needs no AWS
account and no Docker; the first time it installs the emulator (Python 3.10 or later, pinned packages with digests).

  --environment E, -e E   the environment whose response is rehearsed (default: sandbox)
  --format FORMAT         text (default) or json (a stable contract, docs/drill.md)
  --scenario ID           only this one; may be given several times
  --endpoint URL          another emulator, already running on this machine
  --list                  prints the scenarios, and runs none

Exit codes: 0 every scenario held; 1 one fell short; 2 bad input or configuration; 3 not run: something is missing.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const request = parseDrillArguments(args);
    // Loaded only now: the clients of the AWS SDK take a second, and no other command needs them.
    const loaded: { readonly runDrillCommand: typeof runDrillCommand } = require('./run-drill-command');
    return await loaded.runDrillCommand(request, surroundings);
  },
};
