import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RecoveryBaseStack } from '../../lib/stacks/recovery-base-stack';
import {
  bucketPolicyOf,
  keyPolicyOf,
  propertiesOf,
  resourcesOf,
  sidsOf,
  synthesizeStacks,
  unmistakableProduction,
} from '../support/baseline';
import { CDK_CONTEXT, statementOf } from '../support/test-stack';

const STACK = 'production/RecoveryBase';
const stacks = synthesizeStacks([unmistakableProduction()]);

const bucket = (id: string) => propertiesOf(stacks, STACK, 'AWS::S3::Bucket', id);
const vault = () => propertiesOf(stacks, STACK, 'AWS::Backup::BackupVault');
const outputOf = (id: string) => ({
  'Fn::GetStackOutput': expect.objectContaining({
    StackName: 'production-RecoveryBase',
    Region: 'us-west-2',
    OutputName: expect.stringContaining(id),
  }),
});

/** The vault where recovery points are kept for so many days. */
function vaultKeepingFor(backupDays: number): unknown {
  const production = unmistakableProduction();
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  const environment = { ...production, retention: { ...production.retention, backupDays } };
  const stack = new RecoveryBaseStack(app, 'RecoveryBase', { environment });
  return Template.fromStack(stack).findResources('AWS::Backup::BackupVault');
}

interface Copies {
  /** Bucket of the second region. */
  readonly copy: string;
  /** Stack and bucket of the first region. */
  readonly original: readonly [stack: string, bucket: string];
  /** Key of the copies; none: SSE-S3. */
  readonly key: string | null;
  /** What a deletion in the first region does to the copy. */
  readonly deletions: 'keep' | 'follow';
}

const COPIES: readonly Copies[] = [
  {
    copy: 'ArchiveReplica',
    original: ['production/Foundation', 'Archive'],
    key: 'AuditKey',
    deletions: 'keep',
  },
  { copy: 'AccessLogs', original: ['production/Foundation', 'AccessLogs'], key: null, deletions: 'keep' },
  { copy: 'PhiReplica', original: ['production/Data', 'Phi'], key: 'DataKey', deletions: 'follow' },
];

/** The one rule by which a bucket of the first region is copied. */
function ruleOf([stack, id]: Copies['original']): Record<string, unknown> | undefined {
  const { ReplicationConfiguration } = propertiesOf(stacks, stack, 'AWS::S3::Bucket', id);
  const { Rules, Role } = ReplicationConfiguration as { Rules: Record<string, unknown>[]; Role: unknown };
  expect(Role).toEqual(outputOf('ReplicationRole'));
  expect(Rules).toHaveLength(1);
  return Rules[0];
}

describe('RecoveryBaseStack', () => {
  it('owns a replication role that has no policy of its own', () => {
    const role = propertiesOf(stacks, STACK, 'AWS::IAM::Role');
    expect(role.ManagedPolicyArns).toBeUndefined();
    expect(role.Policies).toBeUndefined();
    const policies = resourcesOf(stacks, 'AWS::IAM::ManagedPolicy').map(([name]) => name);
    expect(policies.filter((name) => name.startsWith(`${STACK}/`))).toEqual([]);
  });

  it.each([
    ['AuditKey', ['Replication']],
    ['BackupKey', []],
    ['DataKey', ['Replication']],
  ])('lets replication use %s only where copies are encrypted with it', (id, services) => {
    const policy = keyPolicyOf(stacks, STACK, id);
    expect(sidsOf(policy)).toEqual([
      'Administration',
      'Description',
      'UseThroughServices',
      'GrantsForServiceResources',
      ...services,
    ]);
  });

  it.each(['AuditKey', 'DataKey'])('lets the replication role encrypt with %s and decrypt nothing', (id) => {
    expect(statementOf(keyPolicyOf(stacks, STACK, id), 'Replication')).toMatchObject({
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
      Principal: { AWS: { 'Fn::GetAtt': [expect.stringMatching(/^ReplicationRole/), 'Arn'] } },
    });
  });

  it.each([
    ['AuditKey', ['s3']],
    ['BackupKey', ['backup', 'rds']],
    ['DataKey', ['s3']],
  ])('lets callers use %s through %j', (id, services) => {
    const text = JSON.stringify(statementOf(keyPolicyOf(stacks, STACK, id), 'UseThroughServices').Condition);
    expect([...text.matchAll(/"(\w+)\.",\{"Ref":"AWS::Region"\}/g)].map(([, name]) => name)).toEqual(
      services,
    );
  });

  it.each(['AuditKey', 'BackupKey', 'DataKey'])(
    'leaves the administration of %s to whom the environment names',
    (id) => {
      expect(statementOf(keyPolicyOf(stacks, STACK, id), 'Administration').Condition).toEqual({
        ArnLike: {
          'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/KeyAdministrator', expect.anything()],
        },
      });
    },
  );

  it.each(COPIES)('encrypts $copy with the key of its purpose', ({ copy, key }) => {
    expect(bucket(copy).BucketEncryption).toEqual({
      ServerSideEncryptionConfiguration: [
        key === null
          ? { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }
          : {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(`^${key}`), 'Arn'] },
              },
            },
      ],
    });
  });

  it.each(COPIES)('gets $copy under that key', ({ copy, original, key }) => {
    expect(ruleOf(original)).toMatchObject({ Status: 'Enabled' });
    expect(ruleOf(original)?.Destination).toEqual({
      Bucket: outputOf(copy),
      ...(key !== null && { EncryptionConfiguration: { ReplicaKmsKeyID: outputOf(key) } }),
    });
    expect(ruleOf(original)?.SourceSelectionCriteria).toEqual(
      key === null ? undefined : { SseKmsEncryptedObjects: { Status: 'Enabled' } },
    );
  });

  it.each(COPIES)('lets the replication role write $copy; deletions of the original: $deletions', (row) => {
    const { copy, original, deletions } = row;
    expect(statementOf(bucketPolicyOf(stacks, STACK, copy), 'ReplicationDestination')).toMatchObject({
      Effect: 'Allow',
      Principal: { AWS: { 'Fn::GetAtt': [expect.stringMatching(/^ReplicationRole/), 'Arn'] } },
      Action: [
        ...(deletions === 'follow' ? ['s3:ReplicateDelete'] : []),
        's3:ReplicateObject',
        's3:ReplicateTags',
      ],
    });
    expect(ruleOf(original)?.DeleteMarkerReplication).toEqual({
      Status: deletions === 'follow' ? 'Enabled' : 'Disabled',
    });
  });

  it('refuses writes to copies of PHI as it does to the originals', () => {
    const refusals = (stack: string, id: string) => {
      const { Statement } = bucketPolicyOf(stacks, stack, id);
      return sidsOf({ Statement: Statement.filter(({ Effect }) => Effect === 'Deny') });
    };
    expect(refusals(STACK, 'PhiReplica')).toContain('OpaqueKeysOnly');
    expect(refusals(STACK, 'PhiReplica')).toEqual(refusals('production/Data', 'Phi'));
  });

  it('keeps replaced and deleted versions of PHI as long as recovery points', () => {
    expect(bucket('PhiReplica').LifecycleConfiguration).toMatchObject({
      Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 90 } }],
    });
  });

  it('keeps access logs, and what was overwritten in them, as long as audit records', () => {
    expect(bucket('AccessLogs').LifecycleConfiguration).toMatchObject({
      Rules: [{ ExpirationInDays: 2922, NoncurrentVersionExpiration: { NoncurrentDays: 2922 } }],
    });
  });

  it('locks and moves copies of the archive as it does the original', () => {
    const original = propertiesOf(stacks, 'production/Foundation', 'AWS::S3::Bucket', 'Archive');
    expect(bucket('ArchiveReplica')).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: original.ObjectLockConfiguration,
      LifecycleConfiguration: original.LifecycleConfiguration,
    });
  });

  it('locks the vault for 35 days, for good, under the backup key', () => {
    expect(vault()).toMatchObject({
      LockConfiguration: { MinRetentionDays: 35, ChangeableForDays: 3 },
      EncryptionKeyArn: { 'Fn::GetAtt': [expect.stringMatching(/^BackupKey/), 'Arn'] },
    });
  });

  it('never changes the vault, whose lock would refuse it, however long recovery points are kept', () => {
    expect(vaultKeepingFor(3653)).toEqual(vaultKeepingFor(35));
  });
});
