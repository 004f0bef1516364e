import { LambdaClient } from '@aws-sdk/client-lambda';
import { putByHttps } from '../../shared/cloudformation/answer';
import { createLog } from '../../shared/log/log';
import { createDeploymentHandler, type Remaining } from '../deployment-handler';
import { invokeTask } from '../invoke-task';

let ready: ReturnType<typeof createDeploymentHandler> | undefined;

/** Runs a function of the baseline while CloudFormation deploys, because that function cannot answer CloudFormation. */
export async function handler(event: unknown, context: Remaining): Promise<void> {
  ready ??= createDeploymentHandler({
    // A second try would run a second time beside the first: the function's own time-out ends it.
    task: invokeTask(new LambdaClient({ maxAttempts: 1 })),
    put: putByHttps,
    log: createLog((line) => process.stdout.write(`${line}\n`)),
  });
  await ready(event, context);
}
