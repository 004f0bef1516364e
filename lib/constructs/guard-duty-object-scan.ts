import { Aws, Stack } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { ManagedPolicyRole } from './managed-policy-role';
import { MALWARE_SCAN_PROBE } from './phi-bucket';

/** How GuardDuty begins the name of the event rule by which it hears of new objects. */
const MANAGED_RULE = 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*';

/** Properties of a {@link GuardDutyObjectScan}. */
export interface GuardDutyObjectScanProps {
  /** The bucket whose new objects are scanned, of the same stack. */
  readonly bucket: Bucket;

  /** The key of the objects, usable through S3. */
  readonly key: IKey;
}

/**
 * Scans every new object of a bucket for malware and tags it with the result. GuardDuty reads the objects within the
 * region; it needs no detector.
 *
 * @see 45 CFR 164.308(a)(5)(ii)(B), 164.312(c)(1)
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html
 */
export class GuardDutyObjectScan extends Construct {
  constructor(scope: Construct, id: string, { bucket, key }: GuardDutyObjectScanProps) {
    super(scope, id);
    const role = new ManagedPolicyRole(this, 'Role', {
      description: 'Lets GuardDuty scan and tag the objects of one bucket',
      // AWS documents no source condition for this principal, and whoever makes a plan must be allowed to pass the role.
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com'),
    });
    const objects = bucket.arnForObjects('*');
    const rules = managedRules(Aws);
    for (const statement of [
      ...ruleStatements(rules),
      ...bucketStatements(bucket, objects),
      keyStatement(key),
    ]) {
      role.addToPrincipalPolicy(statement);
    }
    acknowledgeWildcards(role, logicalIdOf(bucket, this));
    new CfnMalwareProtectionPlan(this, 'Plan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket.bucketName } },
      actions: { tagging: { status: 'ENABLED' } },
    });
  }
}

/** GuardDuty hears of new objects through an event rule that it makes, and that only it may change. */
function ruleStatements(rules: string): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'OwnEventRule',
      actions: ['events:DeleteRule', 'events:PutRule', 'events:PutTargets', 'events:RemoveTargets'],
      resources: [rules],
      conditions: {
        StringEquals: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' },
      },
    }),
    new PolicyStatement({
      sid: 'OwnEventRuleState',
      actions: ['events:DescribeRule', 'events:ListTargetsByRule'],
      resources: [rules],
    }),
  ];
}

function bucketStatements(bucket: Bucket, objects: string): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'BucketEvents',
      actions: ['s3:GetBucketNotification', 's3:ListBucket', 's3:PutBucketNotification'],
      resources: [bucket.bucketArn],
    }),
    new PolicyStatement({
      sid: 'Probe',
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(MALWARE_SCAN_PROBE)],
    }),
    new PolicyStatement({
      sid: 'ScanAndTag',
      actions: [
        's3:GetObject',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:GetObjectVersionTagging',
        's3:PutObjectTagging',
        's3:PutObjectVersionTagging',
      ],
      resources: [objects],
    }),
  ];
}

function keyStatement(key: IKey): PolicyStatement {
  return new PolicyStatement({
    sid: 'ObjectKey',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
  });
}

/** How a finding of the pack writes the values that only a deployment knows. */
const FINDING_NAMES = {
  PARTITION: '<AWS::Partition>',
  REGION: '<AWS::Region>',
  ACCOUNT_ID: '<AWS::AccountId>',
} as const;

function managedRules({
  PARTITION,
  REGION,
  ACCOUNT_ID,
}: Readonly<Record<keyof typeof FINDING_NAMES, string>>) {
  return `arn:${PARTITION}:events:${REGION}:${ACCOUNT_ID}:rule/${MANAGED_RULE}`;
}

/** What is scanned has no name before it is written, nor has the rule before GuardDuty makes it. */
function acknowledgeWildcards(role: ManagedPolicyRole, bucketId: string): void {
  for (const resource of [managedRules(FINDING_NAMES), `<${bucketId}.Arn>/*`]) {
    acknowledge(role.node.findChild('Policy'), {
      rule: `AwsSolutions-IAM5[Resource::${resource}]`,
      kind: 'no-resource-level-permission',
      reason:
        'GuardDuty scans objects that nobody has written yet, through a rule that it names itself; the bucket and the prefix are named.',
      ...YEARLY_REVIEW,
      citation: '164.308(a)(4)(ii)(B)',
    });
  }
}

/** The logical id of a bucket of the same stack: a finding names what it is about by that. */
function logicalIdOf(bucket: Bucket, scope: Construct): string {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket) || resource.stack !== Stack.of(scope)) {
    throw new Error(`'bucket' must be of the same stack, got: '${bucket.node.path}'`);
  }
  return resource.stack.getLogicalId(resource);
}
