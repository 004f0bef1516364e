import { SNSClient } from '@aws-sdk/client-sns';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { REQUEST_LIMITS } from '../../shared/request-limits';
import { BusHeartbeats } from '../adapters/bus-heartbeats';
import { metricLine } from '../adapters/metric-line';
import { readMessage } from '../adapters/read-message';
import { SnsAlertPublisher } from '../adapters/sns-alert-publisher';
import { type NotifyDependencies, notify } from '../use-cases/notify';
import { sweepOutbox } from '../use-cases/sweep-outbox';
import { composeRegister } from './compose-register';
import { environment } from './environment';
import { log, writeLine } from './log';
import { NOTIFIER_VARIABLES } from './settings';
import { startOnce } from './start-once';
import { readSettings } from './variable';

/** What the schedule sends: look for messages that the stream has missed. */
interface Sweep {
  readonly task: 'sweep';
}

const started = startOnce(start);

/** Sends the messages that the register's stream brings, and those that it missed. */
export async function handler(event: DynamoDBStreamEvent | Sweep): Promise<DynamoDBBatchResponse> {
  const dependencies = await started();
  if ('task' in event) {
    log.info('swept', { sent: await sweepOutbox(dependencies) });
    return { batchItemFailures: [] };
  }
  const failed: string[] = [];
  for (const record of event.Records) {
    if (!(await send(record, dependencies))) failed.push(record.dynamodb?.SequenceNumber ?? '');
  }
  log.info('notified', { messages: event.Records.length, failed: failed.length });
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function send({ dynamodb }: DynamoDBRecord, dependencies: NotifyDependencies): Promise<boolean> {
  const message = readMessage(dynamodb?.NewImage?.body?.S);
  if (message === undefined) {
    // Nothing of ours: the filter lets messages through alone.
    log.error('not-a-message', new Error());
    return true;
  }
  try {
    return (await notify(message, dependencies)) !== 'held';
  } catch (error) {
    log.error('not-sent', error, { message: { id: message.id.slice('msg-'.length) } });
    return false;
  }
}

async function start(): Promise<NotifyDependencies> {
  const settings = readSettings(NOTIFIER_VARIABLES, environment());
  const register = await composeRegister(settings);
  const { URGENT_TOPIC, ROUTINE_TOPIC, ESCALATION_TOPIC, ENVIRONMENT } = settings;
  return {
    ...register,
    publisher: new SnsAlertPublisher(new SNSClient({ maxAttempts: 1, requestHandler: REQUEST_LIMITS }), {
      critical: URGENT_TOPIC,
      high: URGENT_TOPIC,
      medium: ROUTINE_TOPIC,
      low: ROUTINE_TOPIC,
      escalation: ESCALATION_TOPIC,
    }),
    heartbeats: new BusHeartbeats({
      client: register.client,
      tableName: register.table,
      onArrival: () => writeLine(metricLine('HeartbeatArrived', 1, ENVIRONMENT, register.clock.now())),
    }),
  };
}
