import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import type { Log } from '../shared/log/log';
import { answer, type Outcome, type Put } from './answer';
import { carryOut } from './carry-out';
import type { Clients } from './clients';
import { type CloudFormationRequest, readRequest } from './cloudformation-request';
import type { Wait } from './patience';
import { settingsOf } from './settings/settings';

/** Left for the answer when a service does not come back, in ms. */
const RESERVE = 20_000;

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
    const outcome = await inTime(carryOut(asked, settings, wait), asked, context.getRemainingTimeInMillis());
    log.info('account-setting', {
      type: { code: asked.RequestType },
      status: { code: outcome.status },
    });
    await answer(asked, outcome, put);
  };
}

async function inTime(
  work: Promise<Outcome>,
  asked: CloudFormationRequest,
  remaining: number,
): Promise<Outcome> {
  const over = new AbortController();
  const late: Outcome = {
    status: 'FAILED',
    reason: 'The setting was not made in time',
    physicalId: asked.PhysicalResourceId ?? 'account-setting/late',
  };
  const timer = sleep(Math.max(remaining - RESERVE, 0), late, { signal: over.signal });
  try {
    return await Promise.race([work, timer]);
  } finally {
    timer.catch(() => undefined);
    over.abort();
  }
}

/** The account of a stack, from its ARN. */
function accountOf(stackId: string): string {
  return stackId.split(':')[4] ?? '';
}
