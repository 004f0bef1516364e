import { App, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { EnvironmentConfig } from '../../lib/config/schema';
import { FoundationStack } from '../../lib/stacks/foundation-stack';
import {
  keyPolicyOf,
  propertiesOf,
  resourcesOf,
  shippedEnvironment,
  sidsOf,
  synthesizeStacks,
  unmistakableProduction,
} from '../support/baseline';
import { CDK_CONTEXT, statementOf } from '../support/test-stack';

const stacks = synthesizeStacks([shippedEnvironment('sandbox'), unmistakableProduction()]);

const bucket = (stack: string, id: string) => propertiesOf(stacks, stack, 'AWS::S3::Bucket', id);
const vault = (stack: string) => propertiesOf(stacks, stack, 'AWS::Backup::BackupVault');

/** The services, by their short names, through which a statement lets a key be used. */
function servicesOf(statement: Record<string, unknown>): (string | undefined)[] {
  const { Condition } = statement as { Condition: { StringEquals: { 'kms:ViaService': unknown[] } } };
  return Condition.StringEquals['kms:ViaService'].map(
    (endpoint) => /"(\w+)\.",\{"Ref":"AWS::Region"\},"\."/.exec(JSON.stringify(endpoint))?.[1],
  );
}

/** The template of production's foundation with some fields changed. */
function foundationWith(changes: Partial<EnvironmentConfig>): Template {
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  const stack = new FoundationStack(new Stage(app, 'Stage'), 'Foundation', {
    environment: { ...unmistakableProduction(), ...changes },
    auditStackName: 'some-Audit',
    fieldEncryptionRole: 'arn:aws:iam::111122223333:role/some-Records-ServiceRole*',
    evidenceRoles: 'arn:aws:iam::111122223333:role/some-Response-*',
  });
  return Template.fromStack(stack);
}

/** The vault where recovery points are kept for so many days. */
function vaultKeepingFor(backupDays: number): unknown {
  const { retention } = unmistakableProduction();
  return foundationWith({ retention: { ...retention, backupDays } }).findResources(
    'AWS::Backup::BackupVault',
  );
}

/** Every key: what it is for, what lets it be used without a caller, and through what callers may use it. */
const KEYS: readonly (readonly [id: string, purpose: string, services: string[], through: string[]])[] = [
  ['AlertsKey', 'alerts', ['Alarms', 'EventRules', 'EventRulesToQueues'], ['sns', 'sqs', 'lambda']],
  [
    'AuditKey',
    'audit logs',
    [
      'CloudWatchLogs',
      'CloudTrailEncrypt',
      'CloudTrailBucketKey',
      'ConfigDelivery',
      'Replication',
      'ArchiveIntake',
    ],
    ['s3', 'cloudtrail', 'firehose'],
  ],
  ['BackupKey', 'backups', [], ['backup', 'rds']],
  [
    'DataKey',
    'PHI at rest',
    ['CloudWatchLogs', 'Macie', 'Replication', 'FieldEncryption'],
    ['s3', 'rds', 'secretsmanager', 'lambda', 'sqs', 'dynamodb', 'ec2'],
  ],
];

describe('FoundationStack', () => {
  it('has one key for each purpose', () => {
    const purposes = resourcesOf(stacks, 'AWS::KMS::Key')
      .filter(([name]) => name.startsWith('production/Foundation/'))
      .map(([, { Properties }]) => Properties?.Description);
    expect(purposes.sort()).toEqual(KEYS.map(([, purpose]) => `HIPAA baseline: ${purpose}`).sort());
  });

  it.each(KEYS)('lets only the services that need it use %s', (id, _purpose, services) => {
    expect(sidsOf(keyPolicyOf(stacks, 'production/Foundation', id))).toEqual([
      'Administration',
      'Description',
      'UseThroughServices',
      'GrantsForServiceResources',
      ...services,
    ]);
  });

  it('lets callers use the data key through HealthLake where there is a FHIR store, and no other key', () => {
    const keys = foundationWith({ fhirStore: { access: 'iam' } }).findResources('AWS::KMS::Key');
    const named = Object.values(keys).filter(({ Properties }) =>
      sidsOf(Properties.KeyPolicy).includes('HealthLake'),
    );
    expect(named.map(({ Properties }) => Properties.Description)).toEqual(['HIPAA baseline: PHI at rest']);
  });

  it.each(KEYS)(
    'lets callers use %s through the services whose data it is for',
    (id, _purpose, _, through) => {
      const policy = keyPolicyOf(stacks, 'production/Foundation', id);
      expect(servicesOf(statementOf(policy, 'UseThroughServices'))).toEqual(through);
      expect(servicesOf(statementOf(policy, 'GrantsForServiceResources'))).toEqual(through);
    },
  );

  it.each(KEYS)('leaves the administration of %s to whom the environment names', (id) => {
    const administration = (stack: string) => statementOf(keyPolicyOf(stacks, stack, id), 'Administration');
    expect(administration('production/Foundation').Condition).toEqual({
      ArnLike: {
        'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/KeyAdministrator', expect.anything()],
      },
    });
    expect(administration('sandbox/Foundation').Condition).toBeUndefined();
  });

  it('locks the archive as long as audit records are kept, in a mode that the environment chooses', () => {
    expect(bucket('production/Foundation', 'Archive').ObjectLockConfiguration).toMatchObject({
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2922 } },
    });
    expect(bucket('sandbox/Foundation', 'Archive').ObjectLockConfiguration).toMatchObject({
      Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 2192 } },
    });
  });

  it('moves archived records to cheaper storage when the environment says', () => {
    expect(bucket('production/Foundation', 'Archive').LifecycleConfiguration).toMatchObject({
      Rules: [{ Transitions: [{ TransitionInDays: 120 }] }],
    });
  });

  it('keeps access logs, and what was overwritten in them, as long as audit records', () => {
    expect(bucket('production/Foundation', 'AccessLogs').LifecycleConfiguration).toMatchObject({
      Rules: [{ ExpirationInDays: 2922, NoncurrentVersionExpiration: { NoncurrentDays: 2922 } }],
    });
  });

  it('encrypts the archive with the audit key and recovery points with the backup key', () => {
    expect(JSON.stringify(bucket('production/Foundation', 'Archive').BucketEncryption)).toContain(
      '"KMSMasterKeyID":{"Fn::GetAtt":["AuditKey',
    );
    expect(JSON.stringify(vault('production/Foundation').EncryptionKeyArn)).toContain('["BackupKey');
  });

  it('locks the vault for 35 days, for good in production and liftably in a sandbox', () => {
    expect(vault('production/Foundation').LockConfiguration).toEqual({
      MinRetentionDays: 35,
      ChangeableForDays: 3,
    });
    expect(vault('sandbox/Foundation').LockConfiguration).toEqual({ MinRetentionDays: 35 });
  });

  it('never changes the vault, whose lock would refuse it, however long recovery points are kept', () => {
    expect(vaultKeepingFor(3653)).toEqual(vaultKeepingFor(35));
  });

  it.each(['Archive', 'AccessLogs'])(
    'copies %s to the second region, and keeps there what is deleted here',
    (id) => {
      expect(bucket('production/Foundation', id).ReplicationConfiguration).toMatchObject({
        Rules: [{ Status: 'Enabled', DeleteMarkerReplication: { Status: 'Disabled' } }],
      });
      expect(bucket('sandbox/Foundation', id).ReplicationConfiguration).toBeUndefined();
      const [[, single] = []] = resourcesOf(stacks, 'AWS::S3::Bucket').filter(([name]) =>
        name.startsWith(`sandbox/Foundation/${id}`),
      );
      expect(JSON.stringify(single?.Metadata)).toContain('single-region');
    },
  );

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
