import { randomUUID } from 'node:crypto';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { KMS, KMSClient } from '@aws-sdk/client-kms';
import { SSMClient } from '@aws-sdk/client-ssm';
import { VerifiedPermissionsClient } from '@aws-sdk/client-verifiedpermissions';
import type * as z from 'zod';
import { systemClock } from '../../shared/clock';
import { createTokenize } from '../../shared/envelope/token';
import { KmsHeadSigner } from '../../shared/head-signing/kms-head-signer';
import { REQUEST_LIMITS } from '../../shared/request-limits';
import { CognitoTokenVerifier } from '../adapters/cognito-token-verifier';
import { EncryptionSdkFieldCipher } from '../adapters/encryption-sdk-field-cipher';
import { EventBridgeSecurityAlerts } from '../adapters/event-bridge-security-alerts';
import { firehoseLines } from '../adapters/firehose-lines';
import { kmsKeyring } from '../adapters/kms-keyring';
import { kmsTokenKey } from '../adapters/kms-token-key';
import { nodeRandomness } from '../adapters/node-randomness';
import { Database } from '../adapters/postgres/database';
import { iamPassword } from '../adapters/postgres/iam-password';
import { poolConfig } from '../adapters/postgres/pool-config';
import { PostgresSessionStore } from '../adapters/postgres/postgres-session-store';
import { PostgresUnitOfWork } from '../adapters/postgres/postgres-unit-of-work';
import { PostgresUserDirectory } from '../adapters/postgres/postgres-user-directory';
import { databaseAuthorities } from '../adapters/postgres/rds-authorities';
import { SsmSigningKeys } from '../adapters/ssm-signing-keys';
import { StreamAuditLog } from '../adapters/stream-audit-log';
import { VerifiedPermissionsAuthorizer } from '../adapters/verified-permissions-authorizer';
import { grantLimits } from '../domain/break-glass/grant-limits';
import { FailureLimiter } from '../domain/session/failure-limiter';
import { sessionLimits } from '../domain/session/judge-session';
import type { RecordsService } from '../use-cases/records-service';
import type { SERVICE_ENVIRONMENT } from './settings';

type Settings = z.output<typeof SERVICE_ENVIRONMENT>;

/** A function answers one request at a time; the second connection of each kind is for what a broken one left behind. */
const CONNECTIONS = 2;

const HOUR_MS = 3_600_000;

/** The service as it is deployed. */
export async function composeService(settings: Settings): Promise<RecordsService> {
  const region = settings.AWS_REGION;
  const config = { region, requestHandler: REQUEST_LIMITS };
  // The log tries again by itself, and only what the stream did not take: four attempts at the records and four at their head end
  // within the time that the function has.
  const firehose = new FirehoseClient({ ...config, maxAttempts: 1 });
  const kms = new KMSClient(config);
  const tokenKey = await kmsTokenKey(kms, settings.TOKEN_KEY_ARN);
  const cipher = new EncryptionSdkFieldCipher(kmsKeyring(settings.FIELD_KEY_ARN, new KMS(config)));
  // Sessions have a pool of their own: ending one within a transaction never waits for that transaction.
  const sessions = openDatabase(settings);
  return {
    audit: new StreamAuditLog({
      chain: `records-${randomUUID()}`,
      deliver: firehoseLines(firehose, settings.AUDIT_STREAM),
      signer: new KmsHeadSigner(kms, settings.HEAD_KEY_ARN),
      deliverHeads: firehoseLines(firehose, settings.HEAD_STREAM),
      clock: systemClock,
    }),
    authorizer: new VerifiedPermissionsAuthorizer(
      new VerifiedPermissionsClient(config),
      settings.POLICY_STORE_ID,
    ),
    work: new PostgresUnitOfWork(openDatabase(settings), cipher),
    sessions: new PostgresSessionStore(sessions),
    directory: new PostgresUserDirectory(sessions),
    verifier: new CognitoTokenVerifier({
      userPoolId: settings.USER_POOL_ID,
      clientId: settings.USER_POOL_CLIENT_ID,
      keys: new SsmSigningKeys(new SSMClient(config), settings.SIGNING_KEYS_PARAMETER, systemClock),
    }),
    alerts: new EventBridgeSecurityAlerts(new EventBridgeClient(config), settings.EVENT_BUS),
    clock: systemClock,
    randomness: nodeRandomness,
    tokenize: createTokenize(tokenKey),
    signInFailures: new FailureLimiter(),
    sessionLimits: sessionLimits({ absoluteMs: Math.round(settings.SESSION_HOURS * HOUR_MS) }),
    grantLimits: grantLimits({}),
  };
}

function openDatabase(settings: Settings): Database {
  const address = {
    host: settings.DATABASE_HOST,
    port: settings.DATABASE_PORT,
    databaseName: settings.DATABASE_NAME,
    user: settings.DATABASE_USER,
  };
  return new Database(
    poolConfig({
      ...address,
      authorities: databaseAuthorities(settings.AWS_REGION, settings.DATABASE_CA_FILE),
      password: iamPassword(address, settings.AWS_REGION),
      maxConnections: CONNECTIONS,
    }),
  );
}
