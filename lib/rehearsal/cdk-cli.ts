import path from 'node:path';
import { NotRunError } from './not-run-error';
import type { OwnProcesses } from './own-processes';
import { runTool } from './run-tool';

/** Where the CDK CLI deploys to. */
export interface CdkTarget {
  readonly endpoint: string;
  readonly account: string;
  readonly region: string;
  /** A private folder that stands for the home directory: the CLI keeps caches there. */
  readonly home: string;
  readonly processes: OwnProcesses;
  /** Told of every line that the CLI writes. @default nobody */
  readonly onLine?: (line: string) => void;
}

/** One deployment, in ms. */
const PATIENCE_MS = 300_000;

/** A deployment did not succeed. */
export class DeploymentError extends Error {
  public override readonly name = 'DeploymentError';
}

/** Prepares the endpoint as every account is prepared before the first deployment. */
export async function cdkBootstrap(target: CdkTarget): Promise<void> {
  await cdk(['bootstrap', `aws://${target.account}/${target.region}`], target);
}

/** Deploys stacks of an assembly that is written already, and none that they depend on. */
export async function cdkDeploy(
  assembly: string,
  stacks: readonly string[],
  target: CdkTarget,
): Promise<void> {
  const args = ['--exclusively', '--require-approval', 'never', '--method', 'direct', '--concurrency', '4'];

  await cdk(
    ['deploy', ...stacks, '--app', assembly, ...args, '--no-rollback', '--asset-parallelism'],
    target,
  );
}

async function cdk(args: readonly string[], target: CdkTarget): Promise<void> {
  const { endpoint, account, region, home, processes, onLine } = target;
  const { exitCode, output } = await runTool(
    {
      command: process.execPath,
      args: [cliPath(), ...args, '--no-color', '--no-notices', '--no-version-reporting'],
      cwd: home,
      env: {
        PATH: path.dirname(process.execPath),
        HOME: home,
        CI: 'true',
        AWS_ENDPOINT_URL: endpoint,
        AWS_ACCESS_KEY_ID: account,
        AWS_SECRET_ACCESS_KEY: 'rehearsal',
        AWS_REGION: region,
        AWS_EC2_METADATA_DISABLED: 'true',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
      },
      timeout: PATIENCE_MS,
      ...(onLine !== undefined && { onLine }),
    },
    processes,
  );
  if (exitCode === 0) return;
  const end = output.trimEnd().split('\n').slice(-15).join('\n');
  throw new DeploymentError(`cdk ${args.slice(0, 2).join(' ')} must succeed, got:\n${end}`);
}

/** The real CLI, as the project pins it. */
function cliPath(): string {
  try {
    return path.join(path.dirname(require.resolve('aws-cdk/package.json')), 'bin', 'cdk');
  } catch {
    throw new NotRunError(
      'The CDK CLI is not installed: npm install --save-dev aws-cdk@2.1148.1, then run the drill again.',
    );
  }
}
