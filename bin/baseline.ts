import { inspect } from 'node:util';
import { buildBaselineApp } from '../lib/baseline-app';
import { endProcess } from '../lib/checks/end-process';
import { enforce } from '../lib/checks/enforce';
import { OWN_VERDICT_CONTEXT } from '../lib/checks/judge';
import { operatorRecords } from '../lib/checks/operator-records';
import { readCdkContext } from '../lib/commands/cdk-context';
import { layoutOf } from '../lib/commands/layout-of';
import { attestationDemand } from '../lib/config/attestation-demand';
import { ConfigurationError } from '../lib/config/configuration-error';
import { deployability } from '../lib/config/deployability';
import { loadEnvironments } from '../lib/config/load';

/** Builds, judges and synthesizes the app; 2 means that the configuration was refused and nothing was written. */
function run(): 0 | 1 | 2 {
  try {
    const context = readCdkContext({
      json: process.env.CDK_CONTEXT_JSON,
      overflowFile: process.env.CONTEXT_OVERFLOW_LOCATION_ENV,
    });
    const environments = loadEnvironments({
      context,
      account: process.env.CDK_DEFAULT_ACCOUNT,
      region: process.env.CDK_DEFAULT_REGION,
    });
    const records = operatorRecords();
    return enforce(buildBaselineApp({ environments, context: OWN_VERDICT_CONTEXT }), {
      asOf: new Date().toISOString().slice(0, 10),
      projectRoot: process.cwd(),
      records,
      attestationsDemandedFrom: attestationDemand(environments),
      notices: environments.map(deployability).flatMap((state) => (state.deployable ? [] : [state.reason])),
      layout: layoutOf(process.stderr, { noColor: process.env.NO_COLOR, term: process.env.TERM }),
      stderr: (text) => process.stderr.write(text),
    });
  } catch (error) {
    const refused = error instanceof ConfigurationError;
    process.stderr.write(`${refused ? error.message : inspect(error)}\n`);
    return refused ? 2 : 1;
  }
}

const exitCode = run();
// Not left to end by itself: the CDK would synthesize once more before the process ends by itself.
endProcess(exitCode);
