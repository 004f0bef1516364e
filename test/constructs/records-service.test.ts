import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { SERVICE_ENVIRONMENT } from '../../lambda/records/handlers/settings';
import { databaseAuthorities } from '../../lib/constructs/database-client';
import { DeploymentRuns } from '../../lib/constructs/deployment-runs';
import { PostgresDatabase } from '../../lib/constructs/postgres-database';
import { RecordsMigration } from '../../lib/constructs/records-migration';
import { RecordsService, SERVICE_CONCURRENCY } from '../../lib/constructs/records-service';
import { TokenKey } from '../../lib/constructs/token-key';
import { CDK_CONTEXT } from '../support/test-stack';
import { isolatedVpc } from '../support/vpc';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001';
const env = { account: '111122223333', region: 'us-east-1' };

/** The service and its migration, in a stack after that of the database. */
function build(): Template {
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  const before = new Stack(app, 'Before', { env });
  const vpc = isolatedVpc(before);
  const dataKey = Key.fromKeyArn(before, 'DataKey', KEY);
  const database = new PostgresDatabase(before, 'Database', {
    vpc,
    isolatedSubnets: vpc.dataSubnets,
    key: dataKey,
    instanceIdentifier: 'some-phi',
    engineVersion: '17',
    instanceClass: 't4g.small',
    allocatedStorageGiB: 20,
    maxAllocatedStorageGiB: 100,
    port: 5442,
    databaseName: 'records',
    backupRetentionDays: 35,
    logRetentionDays: 2192,
    osMetricsLogGroup: 'adopt',
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const stack = new Stack(app, 'Records', { env });
  const deployment = { logKey: dataKey, logRetentionDays: 365, removalPolicy: RemovalPolicy.RETAIN };
  const inside = {
    ...deployment,
    vpc,
    subnets: vpc.serviceSubnets,
    key: dataKey,
    database,
    databaseName: 'records',
  };
  new RecordsMigration(stack, 'Migration', {
    ...inside,
    reservedConcurrency: 1,
    runs: new DeploymentRuns(stack, 'Runs', deployment),
  });
  const service = new RecordsService(stack, 'Service', {
    ...inside,
    reservedConcurrency: 40,
    signIn: {
      userPoolId: 'us-east-1_Some',
      clientId: 'client',
      origin: 'https://some.auth.us-east-1.amazoncognito.com',
    },
    origin: 'https://records.clinic.org',
    sessionHours: 8,
    policyStore: {
      policyStoreId: 'store',
      policyStoreArn: 'arn:aws:verifiedpermissions::111122223333:policy-store/s',
    },
    auditStream: {
      streamName: 'stream',
      streamArn: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/stream',
    },
    signingKeys: { parameterName: 'keys', parameterArn: 'arn:aws:ssm:us-east-1:111122223333:parameter/keys' },
  });
  service.useTokenKey(
    new TokenKey(stack, 'Tokens', {
      roleArn: service.role.roleArn,
      administratorArns: [],
      removalPolicy: RemovalPolicy.RETAIN,
    }).keyArn,
  );
  service.signHeads({
    keyArn: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000002',
    stream: {
      streamName: 'heads',
      streamArn: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/heads',
    },
  });
  return Template.fromStack(stack);
}

const template = build();

interface Statement {
  readonly Sid?: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The statements of the managed policy whose logical id begins like this. */
function statements(prefix: string): Statement[] {
  const [, policy] =
    Object.entries(template.findResources('AWS::IAM::ManagedPolicy')).find(([id]) => id.startsWith(prefix)) ??
    [];
  return policy?.Properties.PolicyDocument.Statement ?? [];
}

function variables(prefix: string): Record<string, unknown> {
  const [, handler] =
    Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) => id.startsWith(prefix)) ??
    [];
  return handler?.Properties.Environment.Variables;
}

describe('the access service', () => {
  const granted = statements('ServiceRole');

  it('may do exactly what it is for, each on one resource', () => {
    expect(Object.fromEntries(granted.map(({ Sid, Action }) => [Sid ?? '', Action]))).toEqual({
      '': ['logs:CreateLogStream', 'logs:PutLogEvents'],
      EnvironmentAndDeadLetters: ['kms:Decrypt', 'kms:GenerateDataKey'],
      DeadLetters: 'sqs:SendMessage',
      DatabaseLogin: 'rds-db:connect',
      FieldEncryption: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Decisions: 'verifiedpermissions:IsAuthorized',
      AuditRecords: 'firehose:PutRecordBatch',
      AuditHeads: 'firehose:PutRecordBatch',
      SigningKeys: 'ssm:GetParameter',
      SecurityAlerts: 'events:PutEvents',
    });
    for (const { Resource } of granted) expect(JSON.stringify(Resource)).not.toMatch(/\*/);
  });

  it('logs in to the database as one user and no other', () => {
    const login = granted.find(({ Sid }) => Sid === 'DatabaseLogin');
    expect(JSON.stringify(login?.Resource)).toMatch(/:dbuser:.*DbiResourceId.*\/records_service"/);
    expect(variables('ServiceFunction').DATABASE_USER).toBe('records_service');
  });

  it('encrypts fields only when they are bound to their place', () => {
    expect(granted.find(({ Sid }) => Sid === 'FieldEncryption')?.Condition).toEqual({
      Null: {
        'kms:EncryptionContext:table': 'false',
        'kms:EncryptionContext:column': 'false',
        'kms:EncryptionContext:patient': 'false',
      },
    });
  });

  it('speaks on the bus in its own name only', () => {
    expect(granted.find(({ Sid }) => Sid === 'SecurityAlerts')?.Condition).toEqual({
      StringEquals: { 'events:source': 'aws-hipaa-baseline.records' },
    });
  });

  it('gets every setting that its handler asks for, and no secret', () => {
    const asked = Object.entries(SERVICE_ENVIRONMENT.shape)
      .filter(([name, schema]) => name !== 'AWS_REGION' && !schema.safeParse(undefined).success)
      .map(([name]) => name);
    expect(Object.keys(variables('ServiceFunction')).sort()).toEqual(asked.sort());
    expect(Object.keys(variables('ServiceFunction')).join()).not.toMatch(/SECRET|PASSWORD/);
  });

  it('does not know the password of the owner of the database', () => {
    expect(JSON.stringify([granted, variables('ServiceFunction')])).not.toMatch(
      /secretsmanager|MasterUserSecret/,
    );
  });

  it('runs at most 40 at a time', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'Answers requests for patient records, each authorized and audited',
      ReservedConcurrentExecutions: 40,
      Timeout: 25,
    });
    // Two connections each, of the 200 of its database user, while the version before still has its own.
    expect(2 * 2 * SERVICE_CONCURRENCY).toBeLessThanOrEqual(200);
  });
});

describe('the migration', () => {
  it('reads the password of the owner, and has nothing else of the service', () => {
    const sids = statements('MigrationFunctionRole').map(({ Sid }) => Sid ?? 'Log');
    expect(sids.sort()).toEqual(['DeadLetters', 'EnvironmentAndDeadLetters', 'Log', 'OwnerPassword']);
    expect(Object.keys(variables('MigrationFunction')).sort()).toEqual([
      'DATABASE_HOST',
      'DATABASE_NAME',
      'DATABASE_PORT',
      'DATABASE_SECRET_ARN',
    ]);
  });

  it('runs again when its code is another one, and what runs it may run nothing else', () => {
    const [run] = Object.values(template.findResources('Custom::FunctionRun'));
    const [, migration] =
      Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) =>
        id.startsWith('MigrationFunction'),
      ) ?? [];
    expect(run?.Properties.Code).toMatch(/^[0-9a-f]{64}\.zip$/);
    expect(run?.Properties.Code).toBe(migration?.Properties.Code.S3Key);
    expect(run?.Properties.FirstAdministrator).toBe('none');
    const invoke = statements('RunsInvokerHandlerRole').find(({ Sid }) => Sid === 'Run');
    expect(invoke).toMatchObject({
      Action: 'lambda:InvokeFunction',
      Resource: { 'Fn::GetAtt': [expect.stringMatching(/^MigrationFunction/), 'Arn'] },
    });
  });

  it('runs while deploying, once it can reach the database', () => {
    const [run] = Object.values(template.findResources('Custom::FunctionRun'));
    expect(run?.DependsOn).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^MigrationDatabaseIngress/),
        expect.stringMatching(/^MigrationDatabaseEgress/),
      ]),
    );
  });
});

describe('the way to the database', () => {
  it.each([
    ['us-east-1', {}],
    ['us-gov-west-1', { DATABASE_CA_FILE: '/var/runtime/ca-cert.pem' }],
  ])('is verified in %s by authorities that are known there', (region, environment) => {
    expect(databaseAuthorities(region)).toEqual(environment);
  });

  it('is open to the two functions, on its port, in both directions and by group', () => {
    const rules = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress')).map(
      ({ Properties }) => [
        Properties.FromPort,
        Properties.ToPort,
        Properties.CidrIp,
        JSON.stringify(Properties.SourceSecurityGroupId).match(/(Service|Migration)/)?.[0],
      ],
    );
    expect(rules.sort()).toEqual([
      [5442, 5442, undefined, 'Migration'],
      [5442, 5442, undefined, 'Service'],
    ]);
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 2);
  });
});

describe('the key of the tokens', () => {
  it('makes codes for the service alone, and nobody who administers it may use it', () => {
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC', PendingWindowInDays: 30 },
    });
    const [key] = Object.values(template.findResources('AWS::KMS::Key'));
    const policy: (Statement & { readonly Principal: unknown })[] = key?.Properties.KeyPolicy.Statement;
    const uses = policy.filter(({ Action }) => JSON.stringify(Action).includes('GenerateMac'));
    expect(uses).toHaveLength(1);
    expect(JSON.stringify(uses[0]?.Principal)).toContain('ServiceRole');
    expect(uses[0]?.Condition).toEqual({ StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } });
  });
});
