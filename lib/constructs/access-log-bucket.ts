import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { SecureBucket } from './secure-bucket';

/** Properties of an {@link AccessLogBucket}. */
export interface AccessLogBucketProps {
  /** Days that access logs are kept. */
  readonly retentionDays: number;

  /** What happens to the bucket when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The region's one bucket for S3 server access logs, writable only by S3's log delivery for buckets of this
 * account.
 *
 * S3 delivers access logs neither to a bucket under a customer managed key nor to one with a default
 * retention, so this one is under SSE-S3 and protected by versions.
 *
 * @see 45 CFR 164.312(b)
 */
export class AccessLogBucket extends SecureBucket {
  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id, {
      key: 's3-managed',
      accessLogs: 'itself',
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
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ServerAccessLogs',
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects('*')],
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:s3:::*` },
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        },
      }),
    );
    acknowledge(this, {
      rule: 'HIPAA.Security-S3DefaultEncryptionKMS',
      kind: 'service-managed-encryption',
      reason:
        'S3 delivers server access logs only to buckets under SSE-S3; they name opaque object keys and no PHI.',
      ...YEARLY_REVIEW,
      citation: '164.312(a)(2)(iv)',
    });
  }
}
