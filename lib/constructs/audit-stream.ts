import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnLogStream } from 'aws-cdk-lib/aws-logs';
import type { IBucketRef } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type ReplicationTargets, replicateBucket } from './bucket-replication';
import { EncryptedLogGroup } from './encrypted-log-group';
import { ManagedPolicyRole } from './managed-policy-role';
import { phiLogPolicy } from './phi-log-policy';
import { SecureBucket } from './secure-bucket';

/** The least that Firehose waits for: what waits is not in the archive yet. */
const BUFFER = { intervalInSeconds: 60, sizeInMBs: 1 } as const;

/** Days that the copy outside the archive stays, for whoever looks into a delivery. S3 expires nothing that it has not copied. */
const WAITING_DAYS = 90;

/** Properties of an {@link AuditStream}. */
export interface AuditStreamProps {
  /** Encrypts what is on its way; its policy lets the archive's copies be made. */
  readonly key: IKey;

  /** Begins the keys of what is delivered. */
  readonly prefix: string;

  /** The archives, as the foundation names them. */
  readonly archiveTargets: ReplicationTargets;

  /** The region's bucket for server access logs. */
  readonly accessLogs: IBucketRef;

  /** Days that delivery errors are kept: one of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  /** What happens to bucket and log when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A stream that takes audit records and has them in the locked archive within minutes. Firehose writes no checksum that a
 * bucket with a default lock asks for, so that it delivers to an ordinary bucket from where S3 copies.
 *
 * @see 45 CFR 164.312(b), 164.312(c)(1), 164.316(b)(2)(i)
 */
export class AuditStream extends Construct {
  readonly streamName: string;
  readonly streamArn: string;

  constructor(scope: Construct, id: string, props: AuditStreamProps) {
    super(scope, id);
    const role = new ManagedPolicyRole(this, 'Role', {
      assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const bucket = this.renderBucket(props, role);
    const logging = this.renderLog(props, role);
    role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'Encryption',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [props.key.keyArn],
      }),
    );
    const stream = new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: {
        keyType: 'CUSTOMER_MANAGED_CMK',
        keyArn: props.key.keyArn,
      },
      extendedS3DestinationConfiguration: {
        bucketArn: bucket.bucketArn,
        roleArn: role.roleArn,
        bufferingHints: BUFFER,
        // Lines, as `hipaa audit verify` reads them.
        compressionFormat: 'UNCOMPRESSED',
        fileExtension: '.jsonl',
        encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: props.key.keyArn } },
        prefix: `${props.prefix}/!{timestamp:yyyy/MM/dd}/`,
        errorOutputPrefix: `${props.prefix}-failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
        cloudWatchLoggingOptions: logging,
      },
    });
    stream.node.addDependency(role, bucket);
    this.streamName = stream.ref;
    this.streamArn = stream.attrArn;
  }

  private renderBucket(props: AuditStreamProps, role: ManagedPolicyRole): SecureBucket {
    const bucket = new SecureBucket(this, 'Waiting', {
      key: props.key,
      accessLogs: props.accessLogs,
      removalPolicy: props.removalPolicy,
      lifecycleRules: [
        {
          id: 'ForgetWhatTheArchiveHas',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          expiration: Duration.days(WAITING_DAYS),
          noncurrentVersionExpiration: Duration.days(WAITING_DAYS),
        },
      ],
    });
    replicateBucket(bucket, props.archiveTargets, 'keep');
    // Allowed on the bucket's own side, so that the role needs no wildcard.
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Delivery',
        principals: [new ArnPrincipal(role.roleArn)],
        actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
        resources: [bucket.arnForObjects('*')],
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'DeliveryLook',
        principals: [new ArnPrincipal(role.roleArn)],
        actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
        resources: [bucket.bucketArn],
      }),
    );
    return bucket;
  }

  private renderLog(
    props: AuditStreamProps,
    role: ManagedPolicyRole,
  ): CfnDeliveryStream.CloudWatchLoggingOptionsProperty {
    const group = new EncryptedLogGroup(this, 'Log', {
      key: props.key,
      retentionDays: props.logRetentionDays,
      dataProtectionPolicy: phiLogPolicy('phi-store'),
      removalPolicy: props.removalPolicy,
    });
    group.grantDelivery(role);
    const logStream = new CfnLogStream(this, 'LogStream', { logGroupName: group.logGroupName });
    return { enabled: true, logGroupName: group.logGroupName, logStreamName: logStream.ref };
  }
}
