import { join } from 'node:path';
import { type App, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnSecurityGroup, CfnSecurityGroupIngress } from 'aws-cdk-lib/aws-ec2';
import { CfnUser } from 'aws-cdk-lib/aws-iam';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { buildBaselineApp } from '../lib/baseline-app';
import { judge, OWN_VERDICT_CONTEXT } from '../lib/checks/judge';
import { loadEnvironments } from '../lib/config/load';
import { CDK_CONTEXT } from './support/test-stack';

const PROJECT = join(__dirname, '..');

/** The sandbox after somebody changed it, judged. */
function judgeBroken(change: (app: App) => void) {
  const environments = loadEnvironments({
    context: { environment: 'sandbox', alertEmail: 'security@clinic.test' },
    account: '222233334444',
    region: 'us-east-1',
  });
  const app = buildBaselineApp({ environments, context: { ...CDK_CONTEXT, ...OWN_VERDICT_CONTEXT } });
  change(app);
  return judge(app, { asOf: '2026-11-21', projectRoot: PROJECT }).verdict;
}

/** Sets a property of the template, whatever the constructs guarantee: what a later edit might do. */
function set(path: string, property: string, value: unknown) {
  return (app: App) => resource(app, path).addPropertyOverride(property, value);
}

function resource(app: App, path: string): CfnResource {
  const found = app.node.findAll().find(({ node }) => node.path === `sandbox/${path}`);
  if (found === undefined || !CfnResource.isCfnResource(found)) throw new Error(`no resource at '${path}'`);
  return found;
}

function stack(app: App, name: string): Stack {
  const found = app.node.findAll().find(({ node }) => node.path === `sandbox/${name}`);
  if (!Stack.isStack(found)) throw new Error(`no stack '${name}'`);
  return found;
}

const openTo = (cidrIp: string, port: number) => (app: App) => {
  const scope = stack(app, 'Data');
  const group = new CfnSecurityGroup(scope, 'Group', { groupDescription: 'open', vpcId: 'vpc-00000000' });
  new CfnSecurityGroupIngress(scope, 'Open', {
    groupId: group.attrGroupId,
    ipProtocol: 'tcp',
    cidrIp,
    fromPort: port,
    toPort: port,
  });
};

const DATABASE = 'Data/Database/Instance/Resource';
const HERE = 'test/breaking-the-baseline.test.ts';

const BREAKAGES: readonly [
  what: string,
  change: (app: App) => void,
  rule: string,
  path: string,
  source: string,
][] = [
  [
    'a bucket is opened to the public',
    set('Data/Phi/Resource', 'PublicAccessBlockConfiguration.BlockPublicPolicy', false),
    'HIPAA.Security-S3BucketLevelPublicAccessProhibited',
    'Data/Phi/Resource',
    'lib/',
  ],
  [
    'the database is stored in plain text',
    set(DATABASE, 'StorageEncrypted', false),
    'HIPAA.Security-RDSStorageEncrypted',
    DATABASE,
    'lib/constructs/postgres-database.ts',
  ],
  [
    'the database is reachable from the internet',
    set(DATABASE, 'PubliclyAccessible', true),
    'HIPAA.Security-RDSInstancePublicAccess',
    DATABASE,
    'lib/constructs/postgres-database.ts',
  ],
  [
    'the database may be deleted',
    set(DATABASE, 'DeletionProtection', false),
    'HIPAA.Security-RDSInstanceDeletionProtectionEnabled',
    DATABASE,
    'lib/constructs/postgres-database.ts',
  ],
  [
    'a key no longer rotates',
    set('Foundation/DataKey/Resource', 'EnableKeyRotation', false),
    'AwsSolutions-KMS5',
    'Foundation/DataKey/Resource',
    'lib/',
  ],
  [
    'the archive forgets after a year',
    set('Foundation/Archive/Resource', 'ObjectLockConfiguration.Rule.DefaultRetention.Days', 365),
    'Baseline-ArchiveRetention',
    'Foundation/Archive/Resource',
    'lib/',
  ],
  [
    "the trail's log group forgets after a year",
    set('Audit/Audit/LogGroup/Resource', 'RetentionInDays', 365),
    'Baseline-AuditLogRetention',
    'Audit/Audit/LogGroup/Resource',
    'lib/',
  ],
  [
    'the trail no longer validates its files',
    set('Audit/Audit/Trail', 'EnableLogFileValidation', false),
    'HIPAA.Security-CloudTrailLogFileValidationEnabled',
    'Audit/Audit/Trail',
    'lib/constructs/audit-trail.ts',
  ],
  [
    'the trail writes in plain text',
    set('Audit/Audit/Trail', 'KMSKeyId', undefined),
    'HIPAA.Security-CloudTrailEncryptionEnabled',
    'Audit/Audit/Trail',
    'lib/constructs/audit-trail.ts',
  ],
  [
    'a log group loses its key',
    set('Network/Vpc/FlowLog/Logs/Resource', 'KmsKeyId', undefined),
    'HIPAA.Security-CloudWatchLogGroupEncrypted',
    'Network/Vpc/FlowLog/Logs/Resource',
    'lib/',
  ],
  [
    'the alert topic loses its key',
    set('Audit/Alerts/Resource', 'KmsMasterKeyId', undefined),
    'HIPAA.Security-SNSEncryptedKMS',
    'Audit/Alerts/Resource',
    'lib/',
  ],
  [
    'the database port is opened to everyone',
    openTo('0.0.0.0/0', 5442),
    'AwsSolutions-EC23',
    'Data/Open',
    HERE,
  ],
  [
    'SSH is opened to everyone',
    openTo('0.0.0.0/0', 22),
    'HIPAA.Security-EC2RestrictedSSH',
    'Data/Open',
    HERE,
  ],
  [
    'plain HTTP is allowed again',
    (app) => {
      const policy = resource(app, 'Data/Phi/Policy/Resource');
      policy.addPropertyOverride('PolicyDocument.Statement.0.Condition', {
        Bool: { 'aws:SecureTransport': 'true' },
      });
    },
    'HIPAA.Security-S3BucketSSLRequestsOnly',
    'Data/Phi/Resource',
    'lib/',
  ],
  [
    'a bucket is added without any safeguard',
    (app) => new CfnBucket(stack(app, 'Data'), 'Plain'),
    'HIPAA.Security-S3DefaultEncryptionKMS',
    'Data/Plain',
    HERE,
  ],
  [
    'a user gets an inline policy',
    (app) =>
      new CfnUser(stack(app, 'Data'), 'User', {
        policies: [
          {
            policyName: 'all',
            policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
          },
        ],
      }),
    'HIPAA.Security-IAMNoInlinePolicy',
    'Data/User',
    HERE,
  ],
];

describe('check', () => {
  it('passes on the baseline as it is', () => {
    const { environments } = judgeBroken(() => {});
    expect(environments[0]?.violations).toEqual([]);
    expect(environments[0]?.verdict).toBe('pass');
  });

  it.each(BREAKAGES)(
    'fails when %s, with the rule, the resource and the line',
    (_what, change, rule, path, source) => {
      const verdict = judgeBroken(change);
      expect(verdict.verdict).toBe('fail');
      const open = verdict.environments.flatMap(({ violations }) => violations);
      const found = open.find(
        (violation) => violation.rule.startsWith(rule) && violation.path === `sandbox/${path}`,
      );
      expect(open.map((violation) => `${violation.rule} ${violation.path}`)).toContainEqual(
        expect.stringContaining(rule),
      );
      expect(found).toBeDefined();
      expect(found?.source).toMatch(/^[\w./-]+\.ts:\d+$/);
      expect(found?.source?.startsWith(source)).toBe(true);
      expect(found?.fix).not.toBe('');
      expect(found?.citations).toBeDefined();
    },
  );
});
