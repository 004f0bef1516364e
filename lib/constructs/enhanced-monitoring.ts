import { ArnFormat, Aws, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { EncryptedLogGroup } from './encrypted-log-group';
import { ManagedPolicyRole } from './managed-policy-role';
import { phiLogPolicy } from './phi-log-policy';

/** The one group of an account and region that RDS writes operating system metrics to; AWS chose the name. */
const OS_METRICS_LOG_GROUP = 'RDSOSMetrics';

/**
 * Without `logs:PutRetentionPolicy`: RDS would set the group to 30 days.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
 */
const WRITE_ACTIONS = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:DescribeLogStreams',
  'logs:GetLogEvents',
  'logs:PutLogEvents',
];

/** Properties of an {@link EnhancedMonitoring}. */
export interface EnhancedMonitoringProps {
  /** The customer managed key of the log group. */
  readonly key: IKey;

  /** `manage`: the group is made here. `adopt`: the account has it already, with a key and retention of its owner. */
  readonly logGroup: 'manage' | 'adopt';

  /** Days that the metrics are kept, where the group is made here. */
  readonly retentionDays: number;

  /** The identifier of the only database instance that may use the role. */
  readonly instanceIdentifier: string;

  /** What happens to the group when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * What RDS needs to record the operating system metrics of one instance, and no more: a role for that instance
 * alone, and the log group before it.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.312(b)
 */
export class EnhancedMonitoring extends Construct {
  readonly role: ManagedPolicyRole;

  constructor(scope: Construct, id: string, props: EnhancedMonitoringProps) {
    super(scope, id);
    this.role = new ManagedPolicyRole(this, 'Role', {
      description: 'Lets RDS record operating system metrics of one database instance',
      assumedBy: new ServicePrincipal('monitoring.rds.amazonaws.com').withConditions({
        ArnEquals: { 'aws:SourceArn': instanceArn(this, props.instanceIdentifier) },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      }),
    });
    if (props.logGroup === 'manage') this.renderLogGroup(props).grant(this.role, ...WRITE_ACTIONS);
    else this.grantAdopted();
  }

  private renderLogGroup(props: EnhancedMonitoringProps): EncryptedLogGroup {
    return new EncryptedLogGroup(this, 'LogGroup', {
      key: props.key,
      logGroupName: OS_METRICS_LOG_GROUP,
      retentionDays: props.retentionDays,
      // Metrics and process names, no statements: masking what looks like a name would only garble the numbers.
      dataProtectionPolicy: phiLogPolicy('audit'),
      removalPolicy: props.removalPolicy,
    });
  }

  /** A group made here has the same wildcard, hidden in its ARN attribute; of an adopted one it is written out. */
  private grantAdopted(): void {
    this.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: WRITE_ACTIONS, resources: [adoptedStreams(Aws)] }),
    );
    acknowledge(this.role.node.findChild('Policy'), {
      rule: `AwsSolutions-IAM5[Resource::${adoptedStreams(FINDING_NAMES)}]`,
      kind: 'no-resource-level-permission',
      reason:
        'RDS names the log stream after a resource id that exists only once the instance does; the wildcard stays within one group.',
      ...YEARLY_REVIEW,
      citation: '164.308(a)(4)(ii)(B)',
    });
  }
}

/** How a finding of the pack writes the values that only a deployment knows. */
const FINDING_NAMES = {
  PARTITION: '<AWS::Partition>',
  REGION: '<AWS::Region>',
  ACCOUNT_ID: '<AWS::AccountId>',
} as const;

function adoptedStreams(target: Readonly<Record<keyof typeof FINDING_NAMES, string>>): string {
  const { PARTITION, REGION, ACCOUNT_ID } = target;
  return `arn:${PARTITION}:logs:${REGION}:${ACCOUNT_ID}:log-group:${OS_METRICS_LOG_GROUP}:*`;
}

function instanceArn(scope: Construct, identifier: string): string {
  return Stack.of(scope).formatArn({
    service: 'rds',
    resource: 'db',
    resourceName: identifier,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
