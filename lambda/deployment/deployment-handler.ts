import type { Context } from 'aws-lambda';
import { answer, type Outcome, type Put } from '../shared/cloudformation/answer';
import { type CloudFormationRequest, readRequest } from '../shared/cloudformation/cloudformation-request';
import { inTime } from '../shared/cloudformation/in-time';
import { errorType } from '../shared/log/error-type';
import type { Log } from '../shared/log/log';
import { type DeploymentTask, RefusedRequest } from './task';

/** What a resource is called whose first request failed before it had a name. */
const UNNAMED = 'none';

/** What the handler stands on. */
export interface DeploymentSurroundings {
  readonly task: DeploymentTask;
  readonly put: Put;
  readonly log: Log;
}

/** The part of a Lambda context that the handler looks at. */
export type Remaining = Pick<Context, 'getRemainingTimeInMillis'>;

/**
 * Answers every request of CloudFormation within the function's time, whatever the task does. What it says holds no word
 * of a service and nothing of what the task made.
 */
export function createDeploymentHandler({ task, put, log }: DeploymentSurroundings) {
  return async (event: unknown, context: Remaining): Promise<void> => {
    const asked = readRequest(event);
    if (asked === undefined) throw new Error("'event' must be a request of CloudFormation");
    const late: Outcome = {
      status: 'FAILED',
      reason: 'It was not done in time',
      physicalId: asked.PhysicalResourceId ?? UNNAMED,
    };
    const outcome = await inTime(perform(task, asked), late, context.getRemainingTimeInMillis());
    log.info('deployment', { type: { code: asked.RequestType }, status: { code: outcome.status } });
    await answer(asked, outcome, put);
  };
}

async function perform(task: DeploymentTask, asked: CloudFormationRequest): Promise<Outcome> {
  const physicalId = asked.PhysicalResourceId ?? UNNAMED;
  try {
    if (asked.RequestType !== 'Delete') {
      return { status: 'SUCCESS', reason: 'Done', physicalId: await task.apply(asked) };
    }
    // What was never named was never made: there is nothing to remove.
    if (physicalId !== UNNAMED) await task.remove(asked);
    return { status: 'SUCCESS', reason: 'Done', physicalId };
  } catch (error) {
    const reason =
      error instanceof RefusedRequest ? error.message : `It could not be done: ${errorType(error)}.`;
    return { status: 'FAILED', reason, physicalId };
  }
}
