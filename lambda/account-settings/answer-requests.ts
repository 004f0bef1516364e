import type { Context } from 'aws-lambda';
import { answer, type Outcome, type Put } from '../shared/cloudformation/answer';
import { readRequest } from '../shared/cloudformation/cloudformation-request';
import { inTime } from '../shared/cloudformation/in-time';
import type { Log } from '../shared/log/log';
import { carryOut } from './carry-out';
import type { Clients } from './clients';
import type { Wait } from './patience';
import { settingsOf } from './settings/settings';

/** What the handler stands on. */
export interface Surroundings {
  readonly clients: Clients;
  readonly put: Put;
  readonly log: Log;
  readonly wait: Wait;
}

/** The part of a Lambda context that the handler looks at. */
export type Remaining = Pick<Context, 'getRemainingTimeInMillis'>;

/**
 * Answers every request of CloudFormation, within the function's time, whatever a service does. A request that cannot
 * be answered throws, so that it is delivered again; doing it twice changes nothing more.
 */
export function createHandler({ clients, put, log, wait }: Surroundings) {
  return async (event: unknown, context: Remaining): Promise<void> => {
    const asked = readRequest(event);
    if (asked === undefined) throw new Error("'event' must be a request of CloudFormation");
    const settings = settingsOf(clients, accountOf(asked.StackId));
    const late: Outcome = {
      status: 'FAILED',
      reason: 'The setting was not made in time',
      physicalId: asked.PhysicalResourceId ?? 'account-setting/late',
    };
    const outcome = await inTime(carryOut(asked, settings, wait), late, context.getRemainingTimeInMillis());
    log.info('account-setting', {
      type: { code: asked.RequestType },
      status: { code: outcome.status },
    });
    await answer(asked, outcome, put);
  };
}

/** The account of a stack, from its ARN. */
function accountOf(stackId: string): string {
  return stackId.split(':')[4] ?? '';
}
