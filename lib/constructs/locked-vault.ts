import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** After this grace period a COMPLIANCE lock can no longer be removed; AWS allows no shorter one. */
const GRACE_PERIOD = Duration.days(3);

/**
 * Days that every recovery point stays at least, whatever the configuration says: a lock that has become final refuses
 * another value, and with it the deployment. It is also the longest that a continuous backup may live.
 */
export const VAULT_MINIMUM_DAYS = 35;

/** Properties of a {@link LockedVault}. */
export interface LockedVaultProps {
  /** The customer managed key of the recovery points. */
  readonly key: IKey;

  /** `COMPLIANCE`: final three days after deployment. `GOVERNANCE`: who has the permission can remove it. */
  readonly lockMode: 'GOVERNANCE' | 'COMPLIANCE';

  /** Days that every recovery point stays at least. */
  readonly minimumRetentionDays: number;

  /** What happens to the vault when its stack is deleted; a vault with recovery points is never deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A backup vault under our key whose recovery points nobody can delete early.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A), 164.312(c)(1)
 */
export class LockedVault extends BackupVault {
  constructor(scope: Construct, id: string, props: LockedVaultProps) {
    super(scope, id, {
      encryptionKey: props.key,
      blockRecoveryPointDeletion: true,
      removalPolicy: props.removalPolicy,
      lockConfiguration: {
        minRetention: Duration.days(props.minimumRetentionDays),
        ...(props.lockMode === 'COMPLIANCE' && { changeableFor: GRACE_PERIOD }),
      },
    });
  }
}
