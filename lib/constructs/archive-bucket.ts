import { Duration, type RemovalPolicy, Token } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type IBucketRef, ObjectLockRetention, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { SecureBucket } from './secure-bucket';

/** Six years, leap days counted: no archive keeps evidence for less. */
export const MINIMUM_ARCHIVE_DAYS = 2192;

/** Properties of an {@link ArchiveBucket}. */
export interface ArchiveBucketProps {
  /** The key of the archive; its policy lets the delivering services use it. */
  readonly key: IKey;

  /** The region's bucket for server access logs. */
  readonly accessLogs: IBucketRef;

  /** `COMPLIANCE`: nobody can shorten a lock, the root user included. `GOVERNANCE`: who may bypass it can. */
  readonly lockMode: 'GOVERNANCE' | 'COMPLIANCE';

  /** Days that every object version is locked, 2192 or more. */
  readonly retentionDays: number;

  /** Days after which objects move to cheaper storage, from where they are still read at once. */
  readonly transitionDays: number;

  /** What happens to the bucket when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A write-once archive: whatever lands in it can be neither changed nor removed before its time is over.
 *
 * HIPAA sets six years for documentation; six years for logs is a prudent reading of it.
 *
 * @see 45 CFR 164.312(b), 164.312(c)(1), 164.316(b)(2)(i)
 */
export class ArchiveBucket extends SecureBucket {
  constructor(scope: Construct, id: string, props: ArchiveBucketProps) {
    const { retentionDays, lockMode } = props;
    if (!Token.isUnresolved(retentionDays) && !(retentionDays >= MINIMUM_ARCHIVE_DAYS)) {
      throw new Error(
        `'retentionDays' must be at least ${MINIMUM_ARCHIVE_DAYS} days (six years), got: ${retentionDays}`,
      );
    }
    const retention = Duration.days(retentionDays);
    super(scope, id, {
      key: props.key,
      accessLogs: props.accessLogs,
      removalPolicy: props.removalPolicy,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        lockMode === 'COMPLIANCE'
          ? ObjectLockRetention.compliance(retention)
          : ObjectLockRetention.governance(retention),
      lifecycleRules: [
        {
          id: 'CheaperStorage',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          transitions: [
            {
              storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
              transitionAfter: Duration.days(props.transitionDays),
            },
          ],
        },
      ],
    });
  }
}
