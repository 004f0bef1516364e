import { setTimeout as wait } from 'node:timers/promises';
import { putByHttps } from '../../shared/cloudformation/answer';
import { createLog } from '../../shared/log/log';
import { createHandler, type Remaining } from '../answer-requests';
import { createClients } from '../clients';

let ready: ReturnType<typeof createHandler> | undefined;

/** Makes the settings of an account that CloudFormation asks for. */
export async function handler(event: unknown, context: Remaining): Promise<void> {
  ready ??= createHandler({
    clients: createClients(),
    put: putByHttps,
    log: createLog((line) => process.stdout.write(`${line}\n`)),
    wait,
  });
  await ready(event, context);
}
