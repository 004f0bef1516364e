import type { BaselineRule } from '../baseline-rule';
import { isJsonObject } from '../template';

/**
 * A backup vault is locked with a minimum, so that nobody deletes a recovery point early.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A)
 */
export const backupVaultLock: BaselineRule = {
  id: 'Baseline-BackupVaultLock',
  severity: 'error',
  info: 'A backup vault has a lock with a minimum retention.',
  explanation:
    'Who encrypts data for ransom deletes the backups first; a lock without a minimum protects nothing.',
  fix: 'Set LockConfiguration.MinRetentionDays of the vault to the days that a recovery point must survive.',
  citations: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  basis: 'practice',
  evaluate: ({ resource: { Type, Properties } }) => {
    if (Type !== 'AWS::Backup::BackupVault') return [];
    const lock = Properties?.LockConfiguration;
    const days = isJsonObject(lock) ? lock.MinRetentionDays : undefined;
    return Number(days) >= 1
      ? []
      : [
          `The vault must have a lock with a minimum of at least 1 day, got: ${JSON.stringify(days) ?? 'none'}.`,
        ];
  },
};
