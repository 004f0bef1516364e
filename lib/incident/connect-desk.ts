import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DynamoDbIncidentStore } from '../../lambda/breach/adapters/dynamodb-incident-store';
import { kmsNameKey } from '../../lambda/breach/adapters/kms-name-key';
import { putPathEvent } from '../../lambda/breach/adapters/put-path-event';
import { randomIds } from '../../lambda/breach/adapters/random-ids';
import { S3EvidenceArchive } from '../../lambda/breach/adapters/s3-evidence-archive';
import { createNames } from '../../lambda/breach/domain/register/names';
import { systemClock } from '../../lambda/shared/clock';
import { nameReference } from '../../lambda/shared/envelope/name-reference';
import { KmsHeadSigner } from '../../lambda/shared/head-signing/kms-head-signer';
import { ENVIRONMENTS } from '../config/environments';
import { CLIENT_LIMITS } from '../preflight/client-limits';
import { isAnswer } from '../preflight/failure';
import { regionOfSettings } from '../preflight/identify';
import { NO_CONTAINMENT } from './containment';
import type { Desk, DeskTarget } from './desk';
import { DeskError } from './desk-error';
import { explained, explainFailure } from './explain-failure';
import { functionContainment } from './function-containment';
import { readOutputs } from './stack-outputs';

/** Where nothing names a region, as for a deployment. */
const FALLBACK_REGION = 'us-east-1';

/** Containing takes as long as AWS does, and is not to be begun twice at once. Milliseconds. */
const CONTAINMENT_LIMITS = {
  maxAttempts: 1,
  requestHandler: { ...CLIENT_LIMITS.requestHandler, requestTimeout: 120_000 },
} as const;

/** How every client is made. */
interface ClientSettings {
  readonly region: string;
  readonly endpoint?: string;
  readonly forcePathStyle?: boolean;
}

/**
 * Opens the register of a deployed environment with the same adapters as its functions, and the credentials that the AWS SDK
 * finds.
 *
 * @throws DeskError where it is not deployed, does not answer, or the credentials may not use it
 */
export async function connectDesk(target: DeskTarget): Promise<Desk> {
  try {
    return explained(await open(target));
  } catch (error) {
    throw explainFailure(error);
  }
}

async function open({ environment, endpoint, region, names: given, clock }: DeskTarget): Promise<Desk> {
  const client: ClientSettings & typeof CLIENT_LIMITS = {
    ...CLIENT_LIMITS,
    region: region ?? (await regionOf(environment)),
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
  };
  const identity = await new STSClient(client).send(new GetCallerIdentityCommand({}));
  demandAccount(environment, endpoint, identity.Account);
  const stack = given.stack ?? `${environment}-Response`;
  const { names, settings, containmentArn } = readOutputs(await outputsOf(stack, client), given, stack);
  const kms = new KMSClient(client);
  const tokens = createNames(await kmsNameKey(kms, names.nameKey), settings.knownNames);
  const by = nameReference(identity.Arn ?? 'unknown', tokens);
  const events = new EventBridgeClient(client);
  return {
    store: new DynamoDbIncidentStore(new DynamoDBClient(client), names.table),
    archive: new S3EvidenceArchive(new S3Client(client), names.bucket, settings.lockMode),
    signer: new KmsHeadSigner(kms, names.signingKey),
    containment:
      containmentArn === undefined
        ? NO_CONTAINMENT
        : functionContainment(new LambdaClient({ ...client, ...CONTAINMENT_LIMITS }), containmentArn, by),
    clock: clock ?? systemClock,
    ids: randomIds,
    settings: { environment, role: settings.role, timeZone: settings.timeZone, names: tokens },
    by,
    sendPathMessage: (message) => putPathEvent(events, names.bus, message),
  };
}

/** Where an environment is deployed, as the CDK would deploy it. */
async function regionOf(environment: string): Promise<string> {
  return configured(environment)?.region ?? (await regionOfSettings()) ?? FALLBACK_REGION;
}

/** The configuration names accounts so that nothing is done in the wrong one. */
function demandAccount(environment: string, endpoint: string | undefined, account: string | undefined): void {
  const wanted = configured(environment)?.account;
  if (endpoint === undefined && wanted !== undefined && wanted !== account) {
    throw new DeskError(`'${environment}' is in the account ${wanted}: sign in there.`, 2);
  }
}

function configured(environment: string) {
  return ENVIRONMENTS.find(({ name }) => name === environment);
}

async function outputsOf(stack: string, client: ClientSettings): Promise<ReadonlyMap<string, string>> {
  try {
    const { Stacks = [] } = await new CloudFormationClient(client).send(
      new DescribeStacksCommand({ StackName: stack }),
    );
    const outputs = Stacks[0]?.Outputs ?? [];
    return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } catch (error) {
    // CloudFormation's word for a stack that is not there.
    if (!isAnswer(error, 'ValidationError')) throw error;
    throw new DeskError(
      `There is no stack ${stack} in this account and region: deploy the environment, or name another with --stack or --region.`,
      3,
    );
  }
}
