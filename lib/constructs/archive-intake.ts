import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ArchiveBucket } from './archive-bucket';
import { type ReplicationTarget, type ReplicationTargets, receiveReplicas } from './bucket-replication';
import { ManagedPolicyRole } from './managed-policy-role';

/** Properties of an {@link ArchiveIntake}. */
export interface ArchiveIntakeProps {
  readonly archive: ArchiveBucket;

  /** The archive's key; its policy lets S3's copies in, and read what waits outside under the same key. */
  readonly key: IKey;

  /** The role that copies: one for every place, because S3 takes one role for a bucket. */
  readonly roleArn: string;

  /**
   * The second region's archive. It is copied to directly: S3 copies no copy again.
   *
   * @default - one region
   */
  readonly recovery?: ReplicationTarget;
}

/**
 * The way into the archive for what AWS cannot deliver into a locked bucket (Config, Firehose): it lands in an ordinary
 * bucket of ours, and S3 copies it into every archive that there is.
 *
 * @see 45 CFR 164.312(b), 164.312(c)(1)
 */
export class ArchiveIntake extends Construct {
  /** Where such a bucket is replicated to, deletions kept: the first region's archive first. */
  readonly targets: ReplicationTargets;

  constructor(scope: Construct, id: string, { archive, key, roleArn, recovery }: ArchiveIntakeProps) {
    super(scope, id);
    receiveReplicas(archive, roleArn, 'keep');
    const here = { roleArn, bucketArn: archive.bucketArn, keyArn: key.keyArn };
    this.targets = recovery === undefined ? [here] : [here, recovery];
  }
}

/** A role that S3 copies with in an environment of one region: buckets and keys give it what it may do. */
export function archiveIntakeRole(scope: Construct, id: string): ManagedPolicyRole {
  return new ManagedPolicyRole(scope, id, {
    assumedBy: new ServicePrincipal('s3.amazonaws.com'),
    description: 'Copies objects into the archive; buckets and keys give it what it may do',
  });
}
