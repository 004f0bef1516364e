import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { LockedVault } from '../../lib/constructs/locked-vault';
import { neighbours, testStack } from '../support/test-stack';

function vaultTemplate(lockMode: 'COMPLIANCE' | 'GOVERNANCE', minimumRetentionDays = 35): Template {
  const stack = testStack();
  const { key } = neighbours(stack);
  new LockedVault(stack, 'Vault', {
    key,
    lockMode,
    minimumRetentionDays,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  return Template.fromStack(stack);
}

describe('LockedVault', () => {
  it('is under our key and lets nobody delete a recovery point', () => {
    vaultTemplate('COMPLIANCE').hasResourceProperties('AWS::Backup::BackupVault', {
      EncryptionKeyArn: Match.stringLikeRegexp('^arn:aws:kms'),
      AccessPolicy: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
          },
        ],
      },
    });
  });

  it('becomes final after three days in COMPLIANCE mode, and stays removable in GOVERNANCE mode', () => {
    vaultTemplate('COMPLIANCE').hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: 35, ChangeableForDays: 3 },
    });
    vaultTemplate('GOVERNANCE').hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: 35, ChangeableForDays: Match.absent() },
    });
  });

  it('cannot be made without a lock', () => {
    expect(() => vaultTemplate('GOVERNANCE', 0)).toThrow(/minimum retention/i);
  });
});
