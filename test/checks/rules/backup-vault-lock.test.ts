import { backupVaultLock } from '../../../lib/checks/rules/backup-vault-lock';
import { againstResource } from './subject';

const TYPE = 'AWS::Backup::BackupVault';

describe('Baseline-BackupVaultLock', () => {
  it.each([
    [{ LockConfiguration: { MinRetentionDays: 1 } }],
    [{ LockConfiguration: { MinRetentionDays: '35' } }],
  ])('accepts %j', (properties) => {
    expect(againstResource(backupVaultLock, TYPE, properties)).toEqual([]);
  });

  it.each([
    [undefined],
    [{}],
    [{ LockConfiguration: {} }],
    [{ LockConfiguration: { MaxRetentionDays: 90 } }],
    [{ LockConfiguration: { MinRetentionDays: 0 } }],
    [{ LockConfiguration: { MinRetentionDays: { Ref: 'Days' } } }],
  ])('refuses %j', (properties) => {
    expect(againstResource(backupVaultLock, TYPE, properties)).toHaveLength(1);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(backupVaultLock, 'AWS::Backup::BackupPlan')).toEqual([]);
  });
});
