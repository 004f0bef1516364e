import { AwsAccount } from '../preflight/aws-account';
import { configurationRows } from '../preflight/configuration-rows';
import type { Failure } from '../preflight/failure';
import { fittingConfiguration } from '../preflight/fitting-configuration';
import { identify, regionOfSettings } from '../preflight/identify';
import { type Preflight, type PreflightVerdict, verdictOf } from '../preflight/preflight';
import { readPolicy } from '../preflight/read-policy';
import { renderPreflightJson } from '../preflight/render-json';
import { renderPreflightText } from '../preflight/render-text';
import { type Progress, survey } from '../preflight/survey';
import { type ExitCode, type Surroundings, UsageError } from './command';
import type { PreflightArguments } from './preflight-arguments';
import { preflightTarget } from './preflight-target';

const EXIT_CODES: Readonly<Record<PreflightVerdict, ExitCode>> = { fits: 0, blocked: 1, 'not-run': 3 };

/** The CDK's own, unless the context of the project names another. */
const DEFAULT_QUALIFIER = 'hnb659fds';

/** Looks at the account of the credentials, prints what it found, and says by its exit code whether a deployment would fail. */
export async function runPreflight(
  request: PreflightArguments,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (request.printPolicy) {
    surroundings.stdout(`${JSON.stringify(readPolicy(), null, 2)}\n`);
    return 0;
  }
  // Set to nothing counts as not set, as in a shell.
  const region = surroundings.region || (await regionOfSettings());
  const target = preflightTarget(request, { account: surroundings.account, region });
  const who = await identify(target.config.region);
  if ('failure' in who) return refuse(who.failure, surroundings);
  const qualifier = surroundings.cdkContext['@aws-cdk/core:bootstrapQualifier'];
  const plan = {
    ...target,
    account: who.account,
    qualifier: typeof qualifier === 'string' ? qualifier : DEFAULT_QUALIFIER,
  };
  const { config } = plan;
  const account = new AwsAccount(who.account, config.region, who.identity);
  const looked = await survey(account, plan, progressOf(surroundings));
  const rows = [...(plan.named ? configurationRows(config, who.account) : []), ...looked];
  const preflight: Preflight = {
    asOf: surroundings.today,
    account: who.account,
    region: config.region,
    recoveryRegion: config.recoveryRegion ?? null,
    environment: plan.named ? config.name : null,
    rows,
    configuration: fittingConfiguration(
      plan,
      rows.flatMap(({ findings }) => findings),
    ),
  };
  surroundings.stdout(
    request.format === 'json'
      ? renderPreflightJson(preflight)
      : renderPreflightText(preflight, surroundings.layout),
  );
  return EXIT_CODES[verdictOf(rows)];
}

/** Without an account there is nothing to look at. @throws UsageError when the credentials are what is wrong */
function refuse({ kind, name }: Failure, { stderr }: Surroundings): ExitCode {
  if (kind === 'no-credentials') {
    throw new UsageError('No AWS credentials were found: sign in, or set AWS_PROFILE.');
  }
  if (kind === 'rejected-credentials' || kind === 'denied') {
    throw new UsageError(
      `AWS did not accept the credentials (${name}): sign in again, or use another profile.`,
    );
  }
  stderr(
    kind === 'unreachable'
      ? 'AWS could not be reached: look at the network, a proxy or the endpoint that is set, and run it again.\n'
      : `AWS could not say whose the credentials are (${name}): run it again.\n`,
  );
  return 3;
}

/** A line that rewrites itself, for a person who waits; a file and a pipe get nothing. */
function progressOf({ layout, stderr }: Surroundings): Progress {
  if (layout.columns === null) return () => undefined;
  return (done, total) => stderr(done < total ? `\r\u001b[KLooked at ${done} of ${total}` : '\r\u001b[K');
}
