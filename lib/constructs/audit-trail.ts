import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { DataProtectionPolicy, ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { MINIMUM_ARCHIVE_DAYS } from './archive-bucket';
import { EncryptedLogGroup } from './encrypted-log-group';
import { ManagedPolicyRole } from './managed-policy-role';

/** Properties of an {@link AuditTrail}. */
export interface AuditTrailProps {
  /** The audit key; its policy lets CloudTrail and CloudWatch Logs use it. */
  readonly key: IKey;

  /** The locked archive that log files are delivered to. */
  readonly archive: IBucket;

  /**
   * ARNs of the buckets that logs and their copies land in, in every region: recording the events of their
   * objects would never end.
   */
  readonly logBucketArns: readonly string[];

  /**
   * ARNs of DynamoDB tables whose items' events are recorded. Key values of items stand in the records: no table with PHI
   * in its keys.
   *
   * @default [] - none
   */
  readonly tableArns?: readonly string[];

  /** Days that the log group keeps events, 2192 or more. */
  readonly retentionDays: number;

  /**
   * Masks identifiers in what is read from the log group; it must match no principal, ARN or address, or it
   * blinds the alarms.
   *
   * @default - no masking
   */
  readonly dataProtectionPolicy?: DataProtectionPolicy;

  /** What happens to the log group when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A trail of every region: management events, object-level events of every bucket that may hold PHI, and
 * insights, with validated and encrypted files in the archive and the same events in a log group.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.312(b), 164.316(b)(2)(i)
 */
export class AuditTrail extends Construct {
  /** Where alarms and queries find the events. */
  readonly logGroup: ILogGroup;

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    if (!(props.retentionDays >= MINIMUM_ARCHIVE_DAYS)) {
      throw new Error(
        `'retentionDays' must be at least ${MINIMUM_ARCHIVE_DAYS} days (six years), got: ${props.retentionDays}`,
      );
    }
    const logGroup = new EncryptedLogGroup(this, 'LogGroup', {
      key: props.key,
      retentionDays: props.retentionDays,
      removalPolicy: props.removalPolicy,
      dataProtectionPolicy: props.dataProtectionPolicy,
    });
    const role = new ManagedPolicyRole(this, 'Role', {
      assumedBy: new ServicePrincipal('cloudtrail.amazonaws.com'),
    });
    logGroup.grantDelivery(role);
    new CfnTrail(this, 'Trail', {
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      kmsKeyId: props.key.keyArn,
      s3BucketName: props.archive.bucketName,
      cloudWatchLogsLogGroupArn: logGroup.logGroupArn,
      cloudWatchLogsRoleArn: role.roleArn,
      insightSelectors: [{ insightType: 'ApiCallRateInsight' }, { insightType: 'ApiErrorRateInsight' }],
      advancedEventSelectors: renderSelectors(props.logBucketArns, props.tableArns ?? []),
    });
    this.logGroup = logGroup;
  }
}

function renderSelectors(
  logBucketArns: readonly string[],
  tableArns: readonly string[],
): CfnTrail.AdvancedEventSelectorProperty[] {
  return [
    {
      name: 'Management events',
      fieldSelectors: [{ field: 'eventCategory', equalTo: ['Management'] }],
    },
    {
      name: 'Object events of every bucket but those for logs',
      fieldSelectors: [
        { field: 'eventCategory', equalTo: ['Data'] },
        { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
        { field: 'resources.ARN', notStartsWith: logBucketArns.map((arn) => `${arn}/`) },
      ],
    },
    ...(tableArns.length === 0
      ? []
      : [
          {
            name: 'Item events of some tables',
            fieldSelectors: [
              { field: 'eventCategory', equalTo: ['Data'] },
              { field: 'resources.type', equalTo: ['AWS::DynamoDB::Table'] },
              { field: 'resources.ARN', equalTo: [...tableArns] },
            ],
          },
        ]),
  ];
}
