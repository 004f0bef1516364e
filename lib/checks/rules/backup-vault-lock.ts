import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';

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
  evaluate: ({ resource, template }) =>
    resource.Type === 'AWS::Backup::BackupVault' ? judgeVariants(resource, template, judge) : [],
};

function judge({ LockConfiguration }: JsonObject): readonly string[] {
  const days = plainObject(LockConfiguration)?.MinRetentionDays;
  return (wholeNumber(days) ?? 0) >= 1
    ? []
    : [`The vault must have a lock with a minimum of at least 1 day, ${got(days)}`];
}
