import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { KmsHeadSigner } from '../../shared/head-signing/kms-head-signer';
import { REQUEST_LIMITS } from '../../shared/request-limits';
import { BusHeartbeats } from '../adapters/bus-heartbeats';
import { DynamoDbCounters } from '../adapters/dynamodb-counters';
import { DynamoDbDuties } from '../adapters/dynamodb-duties';
import { metricLine } from '../adapters/metric-line';
import { S3EvidenceArchive } from '../adapters/s3-evidence-archive';
import { sealHeads } from '../use-cases/seal-heads';
import { type TickDependencies, tick } from '../use-cases/tick';
import { composeRegister } from './compose-register';
import { environment } from './environment';
import { log, writeLine } from './log';
import { CLOCK_VARIABLES } from './settings';
import { startOnce } from './start-once';
import { readSettings } from './variable';

/** What the schedules send: look for what is due, or sign how far the timelines have got. */
interface ClockEvent {
  readonly task: 'tick' | 'seal';
}

const started = startOnce(start);

/** Run by schedules; a run that was missed is caught up by the next one. */
export async function handler({ task }: ClockEvent): Promise<void> {
  const dependencies = await started();
  if (task === 'seal') {
    log.info('sealed', { heads: await sealHeads(dependencies) });
    return;
  }
  const result = await tick(dependencies);
  log.info('ticked', { ...result });
  const { settings, clock } = dependencies;
  writeLine(metricLine('ClockPartsFailed', result.failed, settings.environment, clock.now()));
}

async function start(): Promise<TickDependencies> {
  const settings = readSettings(CLOCK_VARIABLES, environment());
  const register = await composeRegister(settings);
  const { client, kms, table } = register;
  return {
    ...register,
    archive: new S3EvidenceArchive(
      new S3Client({ requestHandler: REQUEST_LIMITS }),
      settings.ARCHIVE_BUCKET,
      settings.LOCK_MODE,
    ),
    signer: new KmsHeadSigner(kms, settings.HEAD_KEY_ARN),
    counters: new DynamoDbCounters(client, table),
    duties: new DynamoDbDuties(client, table, settings.DUTIES),
    heartbeats: new BusHeartbeats({
      client,
      tableName: table,
      bus: { client: new EventBridgeClient({ requestHandler: REQUEST_LIMITS }), name: settings.EVENT_BUS },
    }),
  };
}
