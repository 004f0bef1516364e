import { resourcesOf, synthesizeStacks } from '../support/baseline';

const stacks = synthesizeStacks();
const named = (name: string) => stacks.filter((stack) => stack.name === name);
const bucketOf = (stack: string, id: RegExp) =>
  resourcesOf(named(stack), 'AWS::S3::Bucket').find(([name]) => id.test(name))?.[1];

describe('FoundationStack', () => {
  it('has one key for each purpose', () => {
    const purposes = resourcesOf(named('production/Foundation'), 'AWS::KMS::Key').map(
      ([, { Properties }]) => Properties?.Description,
    );
    expect(purposes.sort()).toEqual([
      'HIPAA baseline: PHI at rest',
      'HIPAA baseline: alerts',
      'HIPAA baseline: audit logs',
      'HIPAA baseline: backups',
    ]);
  });

  it.each([
    ['AlertsKey', ['Alarms', 'EventRules']],
    ['AuditKey', ['CloudWatchLogs', 'CloudTrailEncrypt', 'CloudTrailBucketKey', 'Replication']],
    ['BackupKey', []],
    ['DataKey', ['CloudWatchLogs', 'Replication']],
  ])('lets only the services that need it use %s', (id, services) => {
    const [, key] =
      resourcesOf(named('production/Foundation'), 'AWS::KMS::Key').find(([name]) => name.includes(id)) ?? [];
    const policy = key?.Properties?.KeyPolicy as { Statement: { Sid: string }[] };
    expect(policy.Statement.map(({ Sid }) => Sid)).toEqual([
      'Administration',
      'Description',
      'UseThroughServices',
      'GrantsForServiceResources',
      ...services,
    ]);
  });

  it('locks the archive for six years, in a mode that the environment chooses', () => {
    const lock = (stack: string) => bucketOf(stack, /\/Archive/)?.Properties?.ObjectLockConfiguration;
    expect(lock('production/Foundation')).toMatchObject({
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2192 } },
    });
    expect(lock('sandbox/Foundation')).toMatchObject({
      Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 2192 } },
    });
  });

  it('copies archive and access logs to the second region where there is one, and says so where there is none', () => {
    for (const id of [/\/Archive/, /\/AccessLogs/]) {
      expect(bucketOf('production/Foundation', id)?.Properties?.ReplicationConfiguration).toMatchObject({
        Rules: [{ Status: 'Enabled' }],
      });
      expect(bucketOf('sandbox/Foundation', id)?.Properties?.ReplicationConfiguration).toBeUndefined();
      expect(JSON.stringify(bucketOf('sandbox/Foundation', id)?.Metadata)).toContain('single-region');
    }
  });

  it('keeps everything that holds data when production is deleted', () => {
    for (const type of [
      'AWS::KMS::Key',
      'AWS::S3::Bucket',
      'AWS::Backup::BackupVault',
      'AWS::Logs::LogGroup',
    ]) {
      for (const [name, { DeletionPolicy }] of resourcesOf(stacks, type)) {
        if (name.startsWith('production/'))
          expect([name, DeletionPolicy]).toEqual([name, 'RetainExceptOnCreate']);
      }
    }
  });
});

describe('AuditStack', () => {
  it('records no object events of the buckets that logs and their copies land in', () => {
    const [[, trail] = []] = resourcesOf(named('production/Audit'), 'AWS::CloudTrail::Trail');
    const text = JSON.stringify(trail?.Properties?.AdvancedEventSelectors);
    for (const bucket of ['ArchiveDA4CB258', 'AccessLogs8B620ECA', 'ArchiveReplica8292D98B'])
      expect(text).toContain(bucket);
    expect(text.match(/production-RecoveryBase/g)).toHaveLength(2);
    expect(text).not.toContain('Phi');
  });

  it('delivers to the archive, which lets exactly the trails of this stack in', () => {
    const [[, trail] = []] = resourcesOf(named('sandbox/Audit'), 'AWS::CloudTrail::Trail');
    expect(JSON.stringify(trail?.Properties?.S3BucketName)).toContain('Archive');
    const policies = JSON.stringify(resourcesOf(named('sandbox/Foundation'), 'AWS::S3::BucketPolicy'));
    expect(policies).toContain(':trail/sandbox-Audit-*');
  });
});

describe('RecoveryBaseStack', () => {
  it('owns a replication role that has no policy of its own', () => {
    const [[, role] = []] = resourcesOf(named('production/RecoveryBase'), 'AWS::IAM::Role');
    expect(role?.Properties?.ManagedPolicyArns).toBeUndefined();
    expect(role?.Properties?.Policies).toBeUndefined();
    expect(resourcesOf(named('production/RecoveryBase'), 'AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('locks copies as long and as hard as the original', () => {
    expect(
      bucketOf('production/RecoveryBase', /ArchiveReplica/)?.Properties?.ObjectLockConfiguration,
    ).toEqual(bucketOf('production/Foundation', /\/Archive/)?.Properties?.ObjectLockConfiguration);
  });
});
