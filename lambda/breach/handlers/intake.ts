import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { DynamoDbCounters } from '../adapters/dynamodb-counters';
import { type IntakeDependencies, intake } from '../use-cases/intake';
import { composeRegister } from './compose-register';
import { environment } from './environment';
import { log } from './log';
import { INTAKE_VARIABLES } from './settings';
import { startOnce } from './start-once';
import { readSettings } from './variable';

const started = startOnce(start);

/** Takes in events from the queue. What the register did not take comes again, and after that goes to the dead letters. */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const dependencies = await started();
  const failed: string[] = [];
  for (const record of Records) {
    if (!(await take(record, dependencies))) failed.push(record.messageId);
  }
  log.info('taken-in', { events: Records.length, failed: failed.length });
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function take({ body, attributes }: SQSRecord, dependencies: IntakeDependencies): Promise<boolean> {
  try {
    await intake(body, new Date(Number(attributes.SentTimestamp)), dependencies);
    return true;
  } catch (error) {
    log.error('not-taken-in', error);
    return false;
  }
}

async function start(): Promise<IntakeDependencies> {
  const settings = readSettings(INTAKE_VARIABLES, environment());
  const register = await composeRegister(settings);
  return {
    ...register,
    settings: { ...register.settings, triage: settings.TRIAGE },
    counters: new DynamoDbCounters(register.client, register.table),
  };
}
