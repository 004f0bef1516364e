import { backupCopy } from '../../../lib/checks/rules/backup-copy';
import { against } from './subject';

const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'first' } };
const plan = (...BackupPlanRule: object[]) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanRule } },
});
const copyTo = (...arns: unknown[]) => ({
  TargetBackupVault: { Ref: 'Vault' },
  CopyActions: arns.map((DestinationBackupVaultArn) => ({ DestinationBackupVaultArn })),
});
const production = (...rules: object[]) => ({
  Metadata: { HipaaBaseline: { profile: 'production' } },
  Resources: { Vault: vault, Plan: plan(...rules) },
});
const second = {
  Resources: { Vault: { ...vault, Properties: { BackupVaultName: 'second' } } },
  Outputs: { VaultArn: { Value: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } } },
};
const stackOutput = (Region?: string) => ({
  'Fn::GetStackOutput': { StackName: 's', OutputName: 'VaultArn', ...(Region && { Region }) },
});

describe('Baseline-BackupCopy', () => {
  it.each([
    ['an ARN in another region', 'arn:aws:backup:us-west-2:111122223333:backup-vault:copy'],
    ['an assembled ARN', { 'Fn::Sub': 'arn:aws:backup:us-west-2:$' + '{AWS::AccountId}:backup-vault:copy' }],
    ['the output of a stack in another region', stackOutput('us-west-2')],
    ['a vault that nothing tells', { Ref: 'Destination' }],
  ])('accepts copies to %s', (_, arn) => {
    expect(against(backupCopy, production({}, copyTo(arn)))).toEqual([]);
  });

  it('accepts copies to a vault of another stack', () => {
    expect(against(backupCopy, production(copyTo(stackOutput())), second)).toEqual([]);
  });

  it.each([
    ['no copies', {}, 'no CopyActions'],
    ['an empty list of copies', copyTo(), 'no CopyActions'],
    [
      'copies to the vault itself',
      copyTo({ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }),
      'its own region only',
    ],
    [
      'copies within the region',
      copyTo({ 'Fn::Sub': 'arn:aws:backup:$' + '{AWS::Region}:$' + '{AWS::AccountId}:backup-vault:b' }),
      'its own region only',
    ],
    [
      'copies between stacks of one region',
      { ...copyTo(stackOutput('us-east-1')), TargetBackupVault: stackOutput('us-east-1') },
      'its own region only',
    ],
  ])('refuses a plan of production with %s', (_, rule, message) => {
    expect(against(backupCopy, production(rule))).toEqual([expect.stringContaining(message)]);
  });

  it('demands copies of an environment that has vaults in two stacks', () => {
    const alone = { Resources: { Vault: vault, Plan: plan({ TargetBackupVault: { Ref: 'Vault' } }) } };
    expect(against(backupCopy, alone, second)).toHaveLength(1);
    expect(against(backupCopy, alone)).toEqual([]);
    expect(against(backupCopy, alone, { Resources: {} })).toEqual([]);
  });

  it('does not take a plan for copying that the template does not tell', () => {
    const template = production();
    const Plan = { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { Ref: 'Plan' } } };
    expect(against(backupCopy, { ...template, Resources: { Plan } })).toHaveLength(1);
  });
});
