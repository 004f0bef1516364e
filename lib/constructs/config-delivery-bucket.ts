import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucketRef } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type ReplicationTargets, replicateBucket } from './bucket-replication';
import { SecureBucket } from './secure-bucket';

const OF_THIS_ACCOUNT = { 'aws:SourceAccount': Aws.ACCOUNT_ID };

/** Properties of a {@link ConfigDeliveryBucket}. */
export interface ConfigDeliveryBucketProps {
  /** The audit key; its policy lets AWS Config and the copying role use it. */
  readonly key: IKey;

  /** The region's bucket for server access logs. */
  readonly accessLogs: IBucketRef;

  /** The locked archives that every delivery is copied into. */
  readonly archiveTargets: ReplicationTargets;

  /** Days that deliveries are kept here; the copies in the archive are locked apart from that. */
  readonly retentionDays: number;

  /** What happens to the bucket when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The bucket that AWS Config delivers to, copied into the locked archive: Config cannot write to a bucket that locks by
 * default. Config, for this account and below its own prefix, is the only service that writes to it.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see 45 CFR 164.312(b), 164.312(c)(1), 164.316(b)(2)(i)
 */
export class ConfigDeliveryBucket extends SecureBucket {
  constructor(scope: Construct, id: string, props: ConfigDeliveryBucketProps) {
    super(scope, id, {
      key: props.key,
      accessLogs: props.accessLogs,
      removalPolicy: props.removalPolicy,
      lifecycleRules: [
        {
          id: 'ForgetAfterRetention',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          expiration: Duration.days(props.retentionDays),
          noncurrentVersionExpiration: Duration.days(props.retentionDays),
        },
      ],
    });
    this.receiveConfig();
    replicateBucket(this, props.archiveTargets, 'keep');
  }

  private receiveConfig(): void {
    const principals = [new ServicePrincipal('config.amazonaws.com')];
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ConfigBucketCheck',
        principals,
        actions: ['s3:GetBucketAcl', 's3:ListBucket'],
        resources: [this.bucketArn],
        conditions: { StringEquals: OF_THIS_ACCOUNT },
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ConfigDelivery',
        principals,
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects(`AWSLogs/${Aws.ACCOUNT_ID}/Config/*`)],
        conditions: {
          StringEquals: { ...OF_THIS_ACCOUNT, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      }),
    );
  }
}
