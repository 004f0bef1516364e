import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { DatabaseClient, databaseAuthorities } from './database-client';
import { FIELD_CONTEXT } from './key-service-statements';
import type { PostgresDatabase } from './postgres-database';
import type { SERVICE_ID } from './records-service-role';
import { VpcFunction, type VpcFunctionProps } from './vpc-function';

/** What the service logs in to the database as: by IAM, under row-level security. */
const DATABASE_USER = 'records_service';

/** Behind a listener a request waits for 60 seconds; nothing here takes as long. */
const TIMEOUT = Duration.seconds(25);

/** Runs at the same time, two connections each: together far below the 200 that the database user may have. */
export const SERVICE_CONCURRENCY = 40;

/** Properties of a {@link RecordsService}. */
export interface RecordsServiceProps
  extends Pick<
    VpcFunctionProps,
    'vpc' | 'subnets' | 'key' | 'logKey' | 'logRetentionDays' | 'reservedConcurrency' | 'removalPolicy'
  > {
  readonly database: PostgresDatabase;
  readonly databaseName: string;

  /** Where people sign in, and what browsers call the service: origins without a path. */
  readonly signIn: { readonly userPoolId: string; readonly clientId: string; readonly origin: string };
  readonly origin: string;
  readonly sessionHours: number;

  readonly policyStore: { readonly policyStoreId: string; readonly policyStoreArn: string };
  readonly auditStream: { readonly streamName: string; readonly streamArn: string };
  readonly signingKeys: { readonly parameterName: string; readonly parameterArn: string };
}

/**
 * The PHI access service: a function without a way out that may log in as one database user, encrypt single fields, ask
 * for decisions, write audit records, read the public signing keys and alert security, and nothing else.
 *
 * @see docs/decisions/0020-function-behind-the-listener.md
 * @see 45 CFR 164.312(a)(1), 164.312(b), 164.312(d), 164.502(b)
 */
export class RecordsService extends VpcFunction {
  /** @param id always {@link SERVICE_ID}: the data key's policy knows the role by the name that follows from it */
  constructor(scope: Construct, id: typeof SERVICE_ID, props: RecordsServiceProps) {
    super(scope, id, {
      ...props,
      entry: 'records/handlers/service',
      description: 'Answers requests for patient records, each authorized and audited',
      environment: { ...serviceEnvironment(props), ...databaseAuthorities(Stack.of(scope).region) },
      logKind: 'phi-store',
      memoryMiB: 1024,
      timeout: TIMEOUT,
    });
    for (const statement of serviceStatements(props)) this.role.addToPrincipalPolicy(statement);
    new DatabaseClient(this, 'Database', { client: this.securityGroup, database: props.database });
  }

  /** Gives the service the key of the tokens, whose policy names the service's role and so exists after it. */
  useTokenKey(keyArn: string): void {
    this.function.addEnvironment('TOKEN_KEY_ARN', keyArn);
  }

  /** Has the service sign how far its log of accesses is; the key's policy names the service's role. */
  signHeads({ keyArn, stream }: SignedHeads): void {
    this.function.addEnvironment('HEAD_KEY_ARN', keyArn);
    this.function.addEnvironment('HEAD_STREAM', stream.streamName);
    this.role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'AuditHeads',
        actions: ['firehose:PutRecordBatch'],
        resources: [stream.streamArn],
      }),
    );
  }
}

/** What the service signs the heads of its log with, and where they go. */
interface SignedHeads {
  readonly keyArn: string;
  readonly stream: RecordsServiceProps['auditStream'];
}

/** The default bus of the account. */
function eventBusArn(): string {
  return `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`;
}

function serviceEnvironment(props: RecordsServiceProps): Readonly<Record<string, string>> {
  return {
    DATABASE_HOST: props.database.instance.instanceEndpoint.hostname,
    DATABASE_PORT: String(props.database.port),
    DATABASE_NAME: props.databaseName,
    DATABASE_USER,
    FIELD_KEY_ARN: props.key.keyArn,
    AUDIT_STREAM: props.auditStream.streamName,
    POLICY_STORE_ID: props.policyStore.policyStoreId,
    SIGNING_KEYS_PARAMETER: props.signingKeys.parameterName,
    EVENT_BUS: eventBusArn(),
    USER_POOL_ID: props.signIn.userPoolId,
    USER_POOL_CLIENT_ID: props.signIn.clientId,
    SIGN_IN_ORIGIN: props.signIn.origin,
    PUBLIC_ORIGIN: props.origin,
    SESSION_HOURS: String(props.sessionHours),
  };
}

function serviceStatements(props: RecordsServiceProps): readonly PolicyStatement[] {
  const { instance } = props.database;
  const rows: readonly (readonly [sid: string, actions: string[], resource: string, conditions?: object])[] =
    [
      [
        'DatabaseLogin',
        ['rds-db:connect'],
        `arn:${Aws.PARTITION}:rds-db:${Aws.REGION}:${Aws.ACCOUNT_ID}:dbuser:${instance.instanceResourceId}/${DATABASE_USER}`,
      ],
      [
        'FieldEncryption',
        ['kms:Decrypt', 'kms:GenerateDataKey'],
        props.key.keyArn,
        { Null: Object.fromEntries(FIELD_CONTEXT.map((name) => [`kms:EncryptionContext:${name}`, 'false'])) },
      ],
      ['Decisions', ['verifiedpermissions:IsAuthorized'], props.policyStore.policyStoreArn],
      ['AuditRecords', ['firehose:PutRecordBatch'], props.auditStream.streamArn],
      ['SigningKeys', ['ssm:GetParameter'], props.signingKeys.parameterArn],
      [
        'SecurityAlerts',
        ['events:PutEvents'],
        eventBusArn(),
        { StringEquals: { 'events:source': 'aws-hipaa-baseline.records' } },
      ],
    ];
  return rows.map(
    ([sid, actions, resource, conditions]) =>
      new PolicyStatement({
        sid,
        actions,
        resources: [resource],
        ...(conditions && { conditions: { ...conditions } }),
      }),
  );
}
