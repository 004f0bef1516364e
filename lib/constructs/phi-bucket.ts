import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucketRef } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { SecureBucket } from './secure-bucket';

/** The shape of a UUID in S3's policy language, where `?` stands for one character. */
const OPAQUE_KEY = '????????-????-????-????-????????????';

/** The one other key: that of the empty object by which GuardDuty sees whether it may scan and tag. */
export const MALWARE_SCAN_PROBE = 'malware-protection-resource-validation-object';

/** Properties of a {@link PhiBucket}. */
export interface PhiBucketProps {
  /** The customer managed key of the objects. */
  readonly key: IKey;

  /** The region's bucket for server access logs. */
  readonly accessLogs: IBucketRef;

  /** Days that a replaced or deleted version can be brought back. */
  readonly versionDays: number;

  /** What happens to the bucket when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A bucket for objects with PHI. On top of {@link SecureBucket} it refuses a write
 * - whose key is not a UUID: keys stand in trails and access logs that nobody can redact;
 * - whose payload S3 cannot check against a hash that the writer signed or a checksum that it sent;
 * - under another key than the bucket's.
 *
 * Uploads by presigned URL or browser form are refused, since they carry no signed payload hash.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(c)(1), 164.312(c)(2), 164.312(e)(2)(i)
 */
export class PhiBucket extends SecureBucket {
  constructor(scope: Construct, id: string, props: PhiBucketProps) {
    super(scope, id, {
      key: props.key,
      accessLogs: props.accessLogs,
      removalPolicy: props.removalPolicy,
      lifecycleRules: [
        {
          id: 'ForgetOldVersions',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(props.versionDays),
        },
      ],
    });
    this.refuseWrite('OpaqueKeysOnly', {
      notResources: [this.arnForObjects(OPAQUE_KEY), this.arnForObjects(MALWARE_SCAN_PROBE)],
    });
    this.refuseWrite('NoUnsignedPayload', {
      resources: [this.arnForObjects('*')],
      conditions: { StringEquals: { 's3:x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } },
    });
    this.refuseWrite('NoPresignedUpload', {
      resources: [this.arnForObjects('*')],
      conditions: { StringEquals: { 's3:authType': ['REST-QUERY-STRING', 'POST'] } },
    });
    this.refuseWrite('NoOtherEncryption', {
      resources: [this.arnForObjects('*')],
      conditions: {
        StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': props.key.keyArn },
        Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
      },
    });
    this.refuseWrite('NoSseS3', {
      resources: [this.arnForObjects('*')],
      conditions: {
        StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
        Null: { 's3:x-amz-server-side-encryption': 'false' },
      },
    });
  }

  private refuseWrite(
    sid: string,
    what: Pick<
      ConstructorParameters<typeof PolicyStatement>[0] & object,
      'resources' | 'notResources' | 'conditions'
    >,
  ): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        ...what,
      }),
    );
  }
}
