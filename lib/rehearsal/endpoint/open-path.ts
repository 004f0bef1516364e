import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { BusHeartbeats } from '../../../lambda/breach/adapters/bus-heartbeats';
import { DynamoDbCounters } from '../../../lambda/breach/adapters/dynamodb-counters';
import { DynamoDbDuties } from '../../../lambda/breach/adapters/dynamodb-duties';
import { DynamoDbIncidentStore } from '../../../lambda/breach/adapters/dynamodb-incident-store';
import { DynamoDbOutbox } from '../../../lambda/breach/adapters/dynamodb-outbox';
import { kmsNameKey } from '../../../lambda/breach/adapters/kms-name-key';
import { randomIds } from '../../../lambda/breach/adapters/random-ids';
import { S3EvidenceArchive } from '../../../lambda/breach/adapters/s3-evidence-archive';
import { createNames } from '../../../lambda/breach/domain/register/names';
import type { TickDependencies } from '../../../lambda/breach/use-cases/tick';
import { systemClock } from '../../../lambda/shared/clock';
import { KmsHeadSigner } from '../../../lambda/shared/head-signing/kms-head-signer';
import { readOutputs } from '../../incident/stack-outputs';
import { clientSettings, type Endpoint } from './endpoint';

/** The deployed path as whoever answers an alert works with it: the adapters of its functions, the same register. */
export interface DeployedPath extends TickDependencies {
  readonly environment: string;
  /** The outputs of its stack. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly bus: string;
  /** The reference of whoever works through the drill. */
  readonly by: string;
}

/** Opens the path that was deployed for an environment. */
export async function openPath(environment: string, endpoint: Endpoint): Promise<DeployedPath> {
  const settings = clientSettings(endpoint);
  const stack = `${environment}-Response`;
  const { Stacks: stacks = [] } = await new CloudFormationClient(settings).send(
    new DescribeStacksCommand({ StackName: stack }),
  );
  const outputs = new Map(
    (stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
  const { names, settings: deployed } = readOutputs(outputs, {}, stack);
  const dynamo = new DynamoDBClient(settings);
  const kms = new KMSClient(settings);
  const bus = { client: new EventBridgeClient(settings), name: names.bus };
  return {
    environment,
    outputs,
    bus: names.bus,
    by: 'drill',
    store: new DynamoDbIncidentStore(dynamo, names.table),
    outbox: new DynamoDbOutbox(dynamo, names.table),
    counters: new DynamoDbCounters(dynamo, names.table),
    duties: new DynamoDbDuties(dynamo, names.table, []),
    heartbeats: new BusHeartbeats({ client: dynamo, tableName: names.table, bus }),
    archive: new S3EvidenceArchive(
      new S3Client({ ...settings, forcePathStyle: true }),
      names.bucket,
      deployed.lockMode,
    ),
    signer: new KmsHeadSigner(kms, names.signingKey),
    clock: systemClock,
    ids: randomIds,
    settings: {
      environment,
      role: deployed.role,
      timeZone: deployed.timeZone,
      names: createNames(await kmsNameKey(kms, names.nameKey), deployed.knownNames),
    },
  };
}
