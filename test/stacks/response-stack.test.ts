import { type SynthesizedResource, shippedEnvironment, synthesizeStacks } from '../support/baseline';

const environment = shippedEnvironment('sandbox');
const stacks = synthesizeStacks([environment]);
const resources = resourcesIn('sandbox/Response');
const register = resourcesIn('sandbox/Register');

function resourcesIn(stack: string): Readonly<Record<string, SynthesizedResource>> {
  return stacks.find(({ name }) => name === stack)?.template.Resources ?? {};
}

function ofType(type: string, from = resources): [string, Record<string, unknown>][] {
  return Object.entries(from)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties = {} }]) => [id, { ...Properties }]);
}

/** What a role may do, as `sid: actions`; each statement names its resources exactly. */
function rightsOf(role: string): string[] {
  const [, policy] =
    ofType('AWS::IAM::ManagedPolicy').find(([id]) => id.startsWith(`${role}RolePolicy`)) ?? [];
  const { Statement } = Object(policy).PolicyDocument as {
    Statement: { Sid?: string; Effect: string; Action: string | string[]; Resource: unknown }[];
  };
  return Statement.map(({ Sid = 'Log', Effect, Action, Resource }) => {
    expect(Effect).toBe('Allow');
    expect(JSON.stringify(Resource)).not.toContain('*');
    return `${Sid}: ${[Action].flat().join(' ')}`;
  });
}

const LOG = 'Log: logs:CreateLogStream logs:PutLogEvents';
const FUNCTION = [
  LOG,
  'EnvironmentAndDeadLetters: kms:Decrypt kms:GenerateDataKey',
  'DeadLetters: sqs:SendMessage',
];
const STEPS = 'dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem';
const KEY =
  'RegisterKey: kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:ReEncryptFrom kms:ReEncryptTo';
const NAMES = 'Names: kms:GenerateMac';
const LISTS = 'RegisterLists: dynamodb:Query';
const ARCHIVE = [
  'ArchiveList: s3:ListBucket s3:ListBucketVersions',
  'ArchiveKey: kms:Decrypt kms:GenerateDataKey',
];

describe('the roles of the response', () => {
  test.each<[string, string[]]>([
    [
      'IntakeTaker',
      [
        ...FUNCTION,
        `Register: dynamodb:BatchGetItem ${STEPS}`,
        KEY,
        NAMES,
        'Queue: sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage',
      ],
    ],
    [
      'NotifierSender',
      [
        ...FUNCTION,
        `Register: ${STEPS}`,
        LISTS,
        KEY,
        NAMES,
        'Alerts: sns:Publish',
        'Stream: dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator',
      ],
    ],
    [
      'DeadlinesClock',
      [
        ...FUNCTION,
        'Register: dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem',
        LISTS,
        KEY,
        NAMES,
        ...ARCHIVE,
        'Heads: kms:Sign',
        'Heartbeat: events:PutEvents',
      ],
    ],
    ['TopicWatch', [...FUNCTION, 'Topics: sns:GetTopicAttributes']],
    [
      'Responder',
      [
        'Register: dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem',
        LISTS,
        KEY,
        NAMES,
        ...ARCHIVE,
        'Heads: kms:GetPublicKey kms:Sign',
        'TestAlert: events:PutEvents',
        'Outputs: cloudformation:DescribeStacks',
      ],
    ],
  ])('%s may do what it calls, and nothing else', (role, expected) => {
    expect(rightsOf(role)).toEqual(expected);
  });

  test('people take on the responder with a second factor, for an hour', () => {
    const [[, role] = []] = ofType('AWS::IAM::Role').filter(([id]) => id.startsWith('Responder'));
    expect(role).toMatchObject({
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Statement: [{ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
      },
    });
  });

  test('nothing in an environment is a secret', () => {
    for (const [, { Environment }] of ofType('AWS::Lambda::Function')) {
      const { Variables } = Environment as { Variables: Record<string, unknown> };
      expect(Object.keys(Variables).filter((name) => /SECRET|PASSWORD|TOKEN/.test(name))).toEqual([]);
    }
  });
});

describe('the path', () => {
  test('every rule leaves what it cannot hand over in the dead letters', () => {
    const routes = ofType('AWS::Events::Rule').filter(([, { EventPattern }]) => EventPattern !== undefined);
    expect(routes.length).toBeGreaterThan(10);
    for (const [, { Targets }] of routes) {
      expect(Targets).toEqual([
        { Id: 'Intake', Arn: expect.anything(), DeadLetterConfig: { Arn: expect.anything() } },
      ]);
    }
  });

  test('rules that need read-only calls ask for them, and the others do not', () => {
    const state = (id: string) =>
      ofType('AWS::Events::Rule').find(([name]) => name.startsWith(`Intake${id}`))?.[1].State;
    expect(state('Root')).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
    expect(state('Reads1')).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
    expect(state('Changes')).toBe('ENABLED');
  });

  test('queues and topics are under our key, and the queue redrives', () => {
    for (const [, queue] of ofType('AWS::SQS::Queue')) expect(queue.KmsMasterKeyId).toBeDefined();
    for (const [, topic] of ofType('AWS::SNS::Topic')) expect(topic.KmsMasterKeyId).toBeDefined();
    const [[, intake] = []] = ofType('AWS::SQS::Queue').filter(([id]) => id.startsWith('IntakeQueue'));
    expect(intake).toMatchObject({ RedrivePolicy: { maxReceiveCount: 6 }, VisibilityTimeout: 360 });
  });

  test('events and alerts are taken in parts, so that one poisoned does not stop the others', () => {
    const [queue, stream] = ofType('AWS::Lambda::EventSourceMapping').map(([, source]) => source);
    expect(queue).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    });
    expect(stream).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 20,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { pk: { S: [{ prefix: 'message#' }] } } },
            }),
          },
        ],
      },
    });
  });

  test('what breaks in the path is told to a topic that is no part of it', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm');
    const deadLetters = ofType('AWS::SQS::Queue').filter(([id]) => id.includes('DeadLetters'));
    expect(alarms.filter(([id]) => id.includes('DeadLetters'))).toHaveLength(deadLetters.length);
    for (const [, { AlarmActions }] of alarms)
      expect(JSON.stringify(AlarmActions)).toContain('sandbox-Audit');
    const silence = alarms.find(([id]) => id.startsWith('AlarmsSilence'))?.[1];
    expect(silence).toMatchObject({ MetricName: 'HeartbeatArrived', TreatMissingData: 'breaching' });
  });
});

describe('the register', () => {
  test('is encrypted, restorable, protected as far as the environment keeps data, and tells what is written', () => {
    const [[, table] = []] = ofType('AWS::DynamoDB::Table', register);
    expect(table).toMatchObject({
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: expect.anything() },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: environment.removal !== 'destroy',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    expect(ofType('AWS::Backup::BackupSelection', register)).toHaveLength(1);
  });

  test('lets only roles of the response use its keys, each for one algorithm', () => {
    const policies = ofType('AWS::KMS::Key', register).map(([, { KeyPolicy }]) => JSON.stringify(KeyPolicy));
    expect(policies).toHaveLength(2);
    for (const policy of policies) expect(policy).toContain(':role/sandbox-Response-*');
    expect(
      policies.filter((policy) => policy.includes('"kms:SigningAlgorithm":"ECDSA_SHA_256"')),
    ).toHaveLength(1);
    expect(policies.filter((policy) => policy.includes('"kms:MacAlgorithm":"HMAC_SHA_256"'))).toHaveLength(1);
  });

  test('archives events for replay, and those that are replayed not again', () => {
    const [[, archive] = []] = ofType('AWS::Events::Archive', register);
    expect(archive).toMatchObject({
      RetentionDays: 90,
      EventPattern: { 'replay-name': [{ exists: false }] },
    });
  });
});
