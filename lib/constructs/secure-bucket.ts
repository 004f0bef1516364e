import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  type IBucketRef,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Older protocol versions have known attacks. */
const MINIMUM_TLS_VERSION = 1.2;

/** What {@link SecureBucket} decides and no caller can change. */
type Decided =
  | 'accessControl'
  | 'autoDeleteObjects'
  | 'blockPublicAccess'
  | 'bucketKeyEnabled'
  | 'encryption'
  | 'encryptionKey'
  | 'enforceSSL'
  | 'minimumTLSVersion'
  | 'objectOwnership'
  | 'publicReadAccess'
  | 'removalPolicy'
  | 'serverAccessLogsBucket'
  | 'serverAccessLogsPrefix'
  | 'targetObjectKeyFormat'
  | 'transferAcceleration'
  | 'versioned'
  | 'websiteErrorDocument'
  | 'websiteIndexDocument'
  | 'websiteRedirect'
  | 'websiteRoutingRules';

/** Properties of a {@link SecureBucket}. */
export interface SecureBucketProps extends Omit<BucketProps, Decided> {
  /**
   * The customer managed key of the bucket's objects, or `s3-managed` where the AWS service that delivers
   * into the bucket can write under no other encryption.
   */
  readonly key: IKey | 's3-managed';

  /** The region's bucket for server access logs, or `itself` where this is that bucket. */
  readonly accessLogs: IBucketRef | 'itself';

  /** What happens to the bucket when its stack is deleted; a bucket that holds objects is never deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A bucket that is private, versioned, encrypted, access-logged and reached by TLS 1.2 or newer only; its
 * owner owns every object in it. Callers may add to that, never take away.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(c)(1), 164.312(e)(1)
 */
export class SecureBucket extends Bucket {
  constructor(scope: Construct, id: string, props: SecureBucketProps) {
    const { key, accessLogs, ...rest } = props;
    super(scope, id, {
      ...rest,
      ...(key === 's3-managed'
        ? { encryption: BucketEncryption.S3_MANAGED }
        : { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: MINIMUM_TLS_VERSION,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
    });
    // A bucket that outlives its stack keeps what its policy refuses.
    this.policy?.applyRemovalPolicy(props.removalPolicy);
    if (accessLogs !== 'itself') this.logTo(accessLogs);
  }

  /** The L2 would write this bucket's ARN into the other bucket's policy: a cycle when that is in an earlier stack. */
  private logTo(bucket: IBucketRef): void {
    const resource = this.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error(`'${this.node.path}' must have a CfnBucket`);
    resource.loggingConfiguration = {
      destinationBucketName: bucket.bucketRef.bucketName,
      logFilePrefix: `${this.node.path}/`,
    };
  }
}
