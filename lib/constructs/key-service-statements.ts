import { Aws } from 'aws-cdk-lib';
import {
  AccountRootPrincipal,
  AnyPrincipal,
  type IPrincipal,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';

const sourceAccount = { 'aws:SourceAccount': Aws.ACCOUNT_ID };

/**
 * Lets CloudWatch Logs encrypt the log groups of this account and region, and nothing else.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function cloudWatchLogsUse(): PolicyStatement {
  return new PolicyStatement({
    sid: 'CloudWatchLogs',
    principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
    actions: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
      },
    },
  });
}

/**
 * Lets CloudTrail encrypt the log files of the trails whose ARN matches, and nothing else.
 *
 * It decrypts only the data key of the archive itself: a bucket that has an S3 Bucket Key makes CloudTrail ask for that
 * permission before it accepts a trail. The ARN names the account, so no condition repeats it.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function cloudTrailUse(trailArnPattern: string): PolicyStatement[] {
  const principals = [new ServicePrincipal('cloudtrail.amazonaws.com')];
  const conditions = { ArnLike: { 'aws:SourceArn': trailArnPattern } };
  return [
    new PolicyStatement({
      sid: 'CloudTrailEncrypt',
      principals,
      actions: ['kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: {
        ...conditions,
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn': `arn:${Aws.PARTITION}:cloudtrail:*:${Aws.ACCOUNT_ID}:trail/*`,
        },
      },
    }),
    new PolicyStatement({
      sid: 'CloudTrailBucketKey',
      principals,
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      resources: ['*'],
      conditions,
    }),
  ];
}

/**
 * Lets AWS Config encrypt what it delivers for this account, and nothing else. It delivers as the service: its
 * service-linked role may use no key.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
 */
export function configDeliveryUse(): PolicyStatement {
  return new PolicyStatement({
    sid: 'ConfigDelivery',
    principals: [new ServicePrincipal('config.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: { StringEquals: sourceAccount },
  });
}

/**
 * Lets CloudWatch alarms and EventBridge rules publish to the topics of this account and region under the key, and the rules
 * to its queues; without it their alerts and events vanish without an error.
 *
 * EventBridge sends no `aws:Source…` to a key when it publishes: a condition on one would refuse it. It is bound to our
 * topics and queues by what SNS and SQS encrypt instead.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function alertPublishersUse(): PolicyStatement[] {
  const actions = ['kms:Decrypt', 'kms:GenerateDataKey*'];
  return [
    new PolicyStatement({
      sid: 'Alarms',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions,
      resources: ['*'],
      conditions: { StringEquals: sourceAccount },
    }),
    new PolicyStatement({
      sid: 'EventRules',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions,
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:sns:topicArn': `arn:${Aws.PARTITION}:sns:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`,
        },
      },
    }),
    new PolicyStatement({
      sid: 'EventRulesToQueues',
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions,
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:sqs:arn': `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`,
        },
      },
    }),
  ];
}

/**
 * Lets the S3 replication role read what this region's S3 encrypted, or write what it replicates here.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export function replicationUse(role: IPrincipal, direction: 'source' | 'destination'): PolicyStatement {
  return new PolicyStatement({
    sid: 'Replication',
    principals: [role],
    actions: direction === 'source' ? ['kms:Decrypt'] : ['kms:Encrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
  });
}

/** Lets the role that copies into the archive of this region write there, beside what {@link replicationUse} lets it read. */
export function archiveIntakeUse(role: IPrincipal): PolicyStatement {
  const statement = replicationUse(role, 'destination');
  statement.sid = 'ArchiveIntake';
  return statement;
}

/**
 * Lets a service encrypt single fields of records, named by table, column and patient, and nothing else: the only use of
 * a key that does not go through an AWS service. Its own policy must let it as well.
 *
 * @param rolePattern ARN pattern of the roles that may, because the key exists before them
 * @see docs/decisions/0007-keys-are-used-through-services.md
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export function fieldEncryptionUse(rolePattern: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'FieldEncryption',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: {
      ArnLike: { 'aws:PrincipalArn': rolePattern },
      Null: Object.fromEntries(FIELD_CONTEXT.map((name) => [`kms:EncryptionContext:${name}`, 'false'])),
    },
  });
}

/** What every encrypted field is bound to; ciphertext moved to another place does not decrypt. */
export const FIELD_CONTEXT = ['table', 'column', 'patient'] as const;

/**
 * Lets principals of this account use the key through HealthLake, as far as their own IAM policies let them, and HealthLake
 * make the grant under which it keeps a store.
 *
 * AWS documents the service's name without a region here; keys see it with one elsewhere. Both mean HealthLake alone.
 *
 * @see https://docs.aws.amazon.com/healthlake/latest/devguide/encryption-at-rest.html
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export function healthLakeUse(): PolicyStatement {
  return new PolicyStatement({
    sid: 'HealthLake',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: {
      StringEquals: {
        'kms:CallerAccount': Aws.ACCOUNT_ID,
        'kms:ViaService': [`healthlake.${Aws.REGION}.${Aws.URL_SUFFIX}`, `healthlake.${Aws.URL_SUFFIX}`],
      },
    },
  });
}

/**
 * Lets Macie read the objects under the key that its jobs search, through S3.
 *
 * Its service-linked role has no permission for keys of its own, so the key has to name it; and it may not exist yet, so
 * that only a condition can.
 *
 * @see https://docs.aws.amazon.com/macie/latest/user/discovery-supported-encryption-types.html
 */
export function macieUse(): PolicyStatement {
  const role = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`;
  return new PolicyStatement({
    sid: 'Macie',
    principals: [new AnyPrincipal()],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: {
      ArnEquals: { 'aws:PrincipalArn': role },
      StringEquals: {
        'kms:CallerAccount': Aws.ACCOUNT_ID,
        'kms:ViaService': `s3.${Aws.REGION}.${Aws.URL_SUFFIX}`,
      },
    },
  });
}
