import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';

/** Where a bucket's new objects are copied to, in another region. */
export interface ReplicationTarget {
  /** The role that S3 assumes; it has no permissions but those that buckets and keys give it. */
  readonly roleArn: string;

  /** The bucket that receives the copies. */
  readonly bucketArn: string;

  /**
   * The receiving region's key for the copies.
   *
   * @default - none: the source is under SSE-S3, and so are its copies
   */
  readonly keyArn?: string;
}

/** Where a bucket is copied to, each place by the same role. */
export type ReplicationTargets = readonly [ReplicationTarget, ...ReplicationTarget[]];

/**
 * What a deletion does to the copy: `keep` leaves it, for evidence; `follow` hides it too, so that what is disposed of
 * here is not kept there for ever (its versions last as long as the copy's life cycle lets them).
 */
export type DeletionsOfCopies = 'keep' | 'follow';

/**
 * Copies every new object of the bucket to the target, or to several targets of one role; reading is allowed on the
 * bucket's own side, so that the role needs no wildcard.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A), 164.310(d)(2)(i), 164.310(d)(2)(iv)
 */
export function replicateBucket(
  bucket: Bucket,
  target: ReplicationTarget | ReplicationTargets,
  deletions: DeletionsOfCopies,
): void {
  const targets = 'roleArn' in target ? ([target] as const) : target;
  const [{ roleArn }] = targets;
  if (targets.some((other) => other.roleArn !== roleArn)) {
    throw new Error(`'target' must name one role for every copy of a bucket, got: several`);
  }
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error(`'${bucket.node.path}' must have a CfnBucket`);
  resource.replicationConfiguration = {
    role: roleArn,
    rules: targets.map((each, priority) => renderRule(each, priority, deletions)),
  };

  const role = new ArnPrincipal(roleArn);
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ReplicationConfiguration',
      principals: [role],
      actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      resources: [bucket.bucketArn],
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ReplicationSource',
      principals: [role],
      actions: [
        's3:GetObjectLegalHold',
        's3:GetObjectRetention',
        's3:GetObjectVersionAcl',
        's3:GetObjectVersionForReplication',
        's3:GetObjectVersionTagging',
      ],
      resources: [bucket.arnForObjects('*')],
    }),
  );
}

/** Lets the replication role write copies into the bucket, hide them where deletions follow, and nothing else. */
export function receiveReplicas(bucket: Bucket, roleArn: string, deletions: DeletionsOfCopies): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ReplicationDestination',
      principals: [new ArnPrincipal(roleArn)],
      actions: [
        's3:ReplicateObject',
        's3:ReplicateTags',
        ...(deletions === 'follow' ? ['s3:ReplicateDelete'] : []),
      ],
      resources: [bucket.arnForObjects('*')],
    }),
  );
}

/** Says beside the bucket why its objects have no copy in another region. */
export function acknowledgeNoReplica(bucket: Bucket, kind: keyof typeof NO_REPLICA_REASONS): void {
  acknowledge(bucket, {
    rule: 'HIPAA.Security-S3BucketReplicationEnabled',
    kind,
    reason: NO_REPLICA_REASONS[kind],
    ...YEARLY_REVIEW,
    citation: '164.308(a)(7)(ii)(A)',
  });
}

const NO_REPLICA_REASONS = {
  'terminal-bucket': 'This bucket holds the copies that other buckets replicate into it.',
  'single-region':
    'The environment has no second region; versions and locks protect the objects in this one.',
} as const;

/** S3 asks for an id and a priority of each rule; rules with different destinations all apply. */
function renderRule(
  target: ReplicationTarget,
  priority: number,
  deletions: DeletionsOfCopies,
): CfnBucket.ReplicationRuleProperty {
  return {
    id: priority === 0 ? 'Everything' : `Everything${priority + 1}`,
    status: 'Enabled',
    priority,
    filter: { prefix: '' },
    deleteMarkerReplication: { status: deletions === 'follow' ? 'Enabled' : 'Disabled' },
    ...(target.keyArn !== undefined && {
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
    }),
    destination: {
      bucket: target.bucketArn,
      ...(target.keyArn !== undefined && { encryptionConfiguration: { replicaKmsKeyId: target.keyArn } }),
    },
  };
}
