import { recoveryPointKey } from '../../../lib/checks/rules/recovery-point-key';
import { against } from './subject';

const resources = {
  Key: { Type: 'AWS::KMS::Key' },
  Role: { Type: 'AWS::IAM::Role' },
};

function vault(EncryptionKeyArn: unknown, Type = 'AWS::Backup::BackupVault'): readonly string[] {
  return against(recoveryPointKey, {
    Resources: { ...resources, Vault: { Type, Properties: { EncryptionKeyArn } } },
  });
}

function copyingTo(DestinationBackupVaultArn: unknown, ...others: object[]): readonly string[] {
  const BackupPlan = { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn }] }, {}] };
  return against(
    recoveryPointKey,
    { Resources: { Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan } } } },
    ...others,
  );
}

describe('Baseline-RecoveryPointKey', () => {
  it.each([
    [{ 'Fn::GetAtt': ['Key', 'Arn'] }],
    [{ 'Fn::ImportValue': 'key' }],
    [{ Ref: 'KeyArn' }],
    ['arn:aws:kms:us-east-1:111122223333:key/1'],
  ])('accepts a vault with the key %j', (key) => {
    expect(vault(key)).toEqual([]);
    expect(vault(key, 'AWS::Backup::LogicallyAirGappedBackupVault')).toEqual([]);
  });

  it.each([
    [undefined],
    [''],
    ['arn:aws:kms:us-east-1:111122223333:alias/aws/backup'],
    [{ 'Fn::Sub': 'arn:aws:kms:$' + '{AWS::Region}:$' + '{AWS::AccountId}:alias/aws/backup' }],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }],
    [{ Ref: 'AWS::NoValue' }],
  ])('refuses a vault with the key %j', (key) => {
    expect(vault(key)).toEqual([expect.stringContaining("'EncryptionKeyArn' must be one")]);
    expect(vault(key, 'AWS::Backup::LogicallyAirGappedBackupVault')).toHaveLength(1);
  });

  it('accepts copies to a vault whose template is judged as well, by reference or by name', () => {
    const other = {
      Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'copy' } } },
      Outputs: { VaultArn: { Value: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } } },
    };
    const output = { 'Fn::GetStackOutput': { StackName: 's', Region: 'us-west-2', OutputName: 'VaultArn' } };
    const arn = 'arn:aws:backup:us-west-2:111122223333:backup-vault:copy';
    expect(copyingTo(output, other)).toEqual([]);
    expect(copyingTo(arn, other)).toEqual([]);
    expect(copyingTo(output)).toHaveLength(1);
    expect(copyingTo(arn)).toEqual([expect.stringContaining('so that its key is known')]);
    expect(copyingTo(`${arn}-of-others`, other)).toHaveLength(1);
    expect(copyingTo({ Ref: 'Destination' }, other)).toHaveLength(1);
  });

  it('asks nothing of other resources', () => {
    expect(against(recoveryPointKey, { Resources: resources })).toEqual([]);
  });
});
