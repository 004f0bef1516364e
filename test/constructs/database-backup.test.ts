import { Match, Template } from 'aws-cdk-lib/assertions';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import { DatabaseInstance } from 'aws-cdk-lib/aws-rds';
import {
  continuousBackupFits,
  DatabaseBackup,
  type DatabaseBackupProps,
} from '../../lib/constructs/database-backup';
import { testStack } from '../support/test-stack';

const RECOVERY_VAULT = 'arn:aws:backup:us-west-2:111122223333:backup-vault:some-recovery-vault';

function backupTemplate(props: Partial<DatabaseBackupProps> = {}): Template {
  const stack = testStack();
  new DatabaseBackup(stack, 'Backup', {
    instance: DatabaseInstance.fromDatabaseInstanceAttributes(stack, 'Instance', {
      instanceIdentifier: 'sandbox-phi',
      instanceEndpointAddress: 'some-address',
      port: 5442,
      securityGroups: [],
    }),
    instanceRetentionDays: 35,
    vault: BackupVault.fromBackupVaultName(stack, 'Vault', 'some-vault'),
    retentionDays: 35,
    recoveryVaultArn: RECOVERY_VAULT,
    ...props,
  });
  return Template.fromStack(stack);
}

function rulesOf(template: Template): Record<string, unknown>[] {
  const [plan] = Object.values(template.findResources('AWS::Backup::BackupPlan'));
  return plan?.Properties.BackupPlan.BackupPlanRule;
}

describe('DatabaseBackup', () => {
  it('makes a recovery point each day in the vault and copies it to the second region', () => {
    expect(rulesOf(backupTemplate())[0]).toEqual({
      RuleName: 'Daily',
      ScheduleExpression: 'cron(0 5 * * ? *)',
      StartWindowMinutes: 120,
      CompletionWindowMinutes: 480,
      TargetBackupVault: 'some-vault',
      Lifecycle: { DeleteAfterDays: 35 },
      CopyActions: [{ DestinationBackupVaultArn: RECOVERY_VAULT, Lifecycle: { DeleteAfterDays: 35 } }],
    });
  });

  it('copies nothing where there is one region', () => {
    const [daily] = rulesOf(backupTemplate({ recoveryVaultArn: undefined }));
    expect(daily).toMatchObject({ CopyActions: [] });
  });

  it('keeps every second of the last 35 days where the vault can hold that', () => {
    expect(rulesOf(backupTemplate())[1]).toMatchObject({
      RuleName: 'Continuous',
      EnableContinuousBackup: true,
      TargetBackupVault: 'some-vault',
      Lifecycle: { DeleteAfterDays: 35 },
    });
  });

  it('keeps daily recovery points for longer, and the continuous backup as long as it may live', () => {
    const rules = rulesOf(backupTemplate({ retentionDays: 90 }));
    expect(rules).toHaveLength(2);
    expect(rules[1]).toMatchObject({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 35 } });
    expect(rules[0]).toMatchObject({
      Lifecycle: { DeleteAfterDays: 90 },
      CopyActions: [{ Lifecycle: { DeleteAfterDays: 90 } }],
    });
  });

  it('selects the database by its ARN', () => {
    backupTemplate().hasResourceProperties('AWS::Backup::BackupSelection', {
      BackupSelection: {
        IamRoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^BackupRole'), 'Arn'] },
        Resources: ['arn:aws:rds:us-east-1:111122223333:db:sandbox-phi'],
        ListOfTags: Match.absent(),
      },
    });
  });

  it('lets AWS Backup back up with its own policy, not restore, and says why', () => {
    backupTemplate().hasResource('AWS::IAM::Role', {
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [Match.objectLike({ Principal: { Service: 'backup.amazonaws.com' } })],
        },
        ManagedPolicyArns: [
          {
            'Fn::Join': [
              '',
              [
                'arn:',
                { Ref: 'AWS::Partition' },
                ':iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
              ],
            ],
          },
        ],
      },
      Metadata: {
        HipaaAcknowledgements: [
          Match.objectLike({ kind: 'service-policy', owner: 'security-officer', expires: '2027-11-01' }),
        ],
      },
    });
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a retention of %s days', (retentionDays) => {
    expect(() => backupTemplate({ retentionDays })).toThrow(
      `'retentionDays' must be a whole number of days, got: ${retentionDays}`,
    );
  });
});

describe('continuousBackupFits', () => {
  it.each([
    { instance: 35, fits: true, because: 'vault and instance keep 35 days' },
    { instance: 34, fits: false, because: 'AWS Backup would change what the template says' },
    { instance: 7, fits: false, because: 'the vault keeps nothing for so short a time' },
  ])('is $fits for $instance days: $because', ({ instance, fits }) => {
    expect(continuousBackupFits(instance)).toBe(fits);
  });
});
