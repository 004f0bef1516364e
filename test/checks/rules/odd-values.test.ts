import fc from 'fast-check';
import { BASELINE_RULES } from '../../../lib/checks/baseline-rules';
import { parseTemplate } from '../../../lib/checks/template';

const STATEMENT = {
  Effect: 'Deny',
  Principal: { AWS: ['*'] },
  Action: ['s3:*'],
  Resource: [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const POLICY = { Statement: [STATEMENT, { ...STATEMENT, Effect: 'Allow' }] };

/** One resource of each kind that a rule on storage, audit, keys or secrets looks at, with every property that it reads. */
const RESOURCES = {
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketName: 'records',
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2192 } } },
    },
  },
  BucketPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: POLICY },
  },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts', KmsMasterKeyId: { Ref: 'Key' } } },
  TopicPolicy: {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: POLICY },
  },
  Key: {
    Type: 'AWS::KMS::Key',
    Properties: {
      EnableKeyRotation: true,
      RotationPeriodInDays: 90,
      PendingWindowInDays: 30,
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyPolicy: POLICY,
    },
  },
  Trail: {
    Type: 'AWS::CloudTrail::Trail',
    Properties: {
      IsLogging: true,
      CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] },
      EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] }],
      AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }],
    },
  },
  Group: {
    Type: 'AWS::Logs::LogGroup',
    Properties: {
      LogGroupName: 'x',
      RetentionInDays: 2192,
      DataProtectionPolicy: { Statement: [{ DataIdentifier: ['x'], Operation: { Deidentify: {} } }] },
    },
  },
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: {
      BackupVaultName: 'x',
      EncryptionKeyArn: { Ref: 'Key' },
      LockConfiguration: { MinRetentionDays: 35, ChangeableForDays: 3 },
    },
  },
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanRule: [
          {
            TargetBackupVault: { Ref: 'Vault' },
            CopyActions: [{ DestinationBackupVaultArn: { 'Fn::ImportValue': 'x' } }],
          },
        ],
      },
    },
  },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: { Effect: 'Allow', Principal: { Federated: { Ref: 'Provider' } } },
      },
    },
  },
  Provider: {
    Type: 'AWS::IAM::OIDCProvider',
    Properties: { Url: 'https://token.actions.githubusercontent.com' },
  },
  Permission: { Type: 'AWS::Lambda::Permission', Properties: { Principal: '*', SourceArn: 'x' } },
  Bus: {
    Type: 'AWS::Events::EventBusPolicy',
    Properties: { Principal: '*', Condition: { Key: 'aws:PrincipalOrgID', Value: 'o-1' } },
  },
  Task: {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: { ContainerDefinitions: [{ Environment: [{ Name: 'PASSWORD', Value: 'x' }] }] },
  },
  Function: {
    Type: 'AWS::Lambda::Function',
    Properties: { Environment: { Variables: { PASSWORD: { Ref: 'Parameter' } } } },
  },
  Database: {
    Type: 'AWS::RDS::DBInstance',
    Properties: { MasterUserPassword: { 'Fn::Join': ['', ['a', { Ref: 'Parameter' }]] } },
  },
};
const TEMPLATE = {
  Metadata: { HipaaBaseline: { profile: 'production' } },
  Parameters: { Parameter: { Type: 'String', Default: 'x', NoEcho: true } },
  Mappings: { Map: { a: { b: 'c' } } },
  Resources: RESOURCES,
  Outputs: { Out: { Value: { Ref: 'Bucket' }, Export: { Name: 'x' } } },
};

const ODD: readonly unknown[] = [
  null,
  undefined,
  '',
  0,
  -1,
  true,
  [],
  {},
  [null],
  { toString: 1 },
  [{ toString: 1 }],
  { Ref: { toString: 1 } },
  [[]],
  { Ref: null },
  { Ref: 'Nothing' },
  { Ref: ['x'] },
  { 'Fn::GetAtt': null },
  { 'Fn::GetAtt': [] },
  { 'Fn::GetAtt': 'x' },
  { 'Fn::Sub': null },
  { 'Fn::Sub': [] },
  { 'Fn::Sub': '$' + '{}' },
  { 'Fn::Join': 'x' },
  { 'Fn::Join': ['', null] },
  { 'Fn::If': [] },
  { 'Fn::If': ['C', null, { Ref: 'AWS::NoValue' }] },
  { 'Fn::FindInMap': ['Map', 'a'] },
  { 'Fn::FindInMap': null },
  { 'Fn::ImportValue': null },
  { 'Fn::GetStackOutput': null },
  { 'Fn::Transform': { Name: 'x' } },
  'arn:',
  '{',
  '$' + '{',
];

/** Every path into a value, its own root left out. */
function pathsIn(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => [
    [...above, key],
    ...pathsIn(entry, [...above, key]),
  ]);
}

function replaced(value: unknown, [step, ...rest]: readonly string[], odd: unknown): unknown {
  if (step === undefined) return odd;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) };
  const holder = copy as Record<string, unknown>;
  holder[step] = replaced(holder[step], rest, odd);
  return copy;
}

const PATHS = pathsIn(TEMPLATE).filter(
  ([part, , inside, ...deeper]) =>
    (part === 'Resources' && inside === 'Properties' && deeper.length > 0) ||
    ((part === 'Outputs' || part === 'Parameters' || part === 'Mappings') && inside !== undefined),
);

/** What the rules say of one resource, or of all. */
function messagesOn(json: unknown, only?: string): readonly string[] {
  const template = parseTemplate(json);
  return Object.entries(template.Resources)
    .filter(([logicalId]) => only === undefined || logicalId === only)
    .flatMap(([logicalId, resource]) =>
      BASELINE_RULES.flatMap((rule) =>
        rule.evaluate({ logicalId, resource, template, templates: [template] }),
      ),
    );
}

describe('the rules', () => {
  it('judge whatever stands in a property without failing, and say it in a line of bounded length', () => {
    const messages = PATHS.flatMap((path) =>
      ODD.flatMap((odd) =>
        messagesOn(replaced(TEMPLATE, path, odd), path[0] === 'Resources' ? path[1] : undefined),
      ),
    );
    expect(messages.length).toBeGreaterThan(PATHS.length);
    expect(messages.filter((message) => !/^[^\n]{1,400}\.$/.test(message))).toEqual([]);
  });

  it('judge several odd values at once without failing', () => {
    const change = fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(...ODD));
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 5 }), (changes) => {
        messagesOn(changes.reduce<unknown>((value, [path, odd]) => replaced(value, path, odd), TEMPLATE));
      }),
      { numRuns: 200, seed: 20_261_121 },
    );
  });
});
