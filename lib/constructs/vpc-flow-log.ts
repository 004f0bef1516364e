import { Aws, type RemovalPolicy } from 'aws-cdk-lib';
import { CfnFlowLog, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from './encrypted-log-group';
import { ManagedPolicyRole } from './managed-policy-role';

/** The shorter of the two intervals that exist, in seconds: an intruder is seen nine minutes earlier. */
const AGGREGATION_SECONDS = 60;

/** Properties of a {@link VpcFlowLog}. */
export interface VpcFlowLogProps {
  readonly vpc: IVpc;

  /** Encrypts the log group; its policy lets CloudWatch Logs use it. */
  readonly key: IKey;

  /** Days that flow records are kept: one of the values that CloudWatch Logs knows. */
  readonly retentionDays: number;

  /** What happens to the records when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Records every connection into, out of and inside a VPC, accepted or refused, in an encrypted log group.
 *
 * The format is AWS's own, which CloudWatch Logs Insights reads without a parser. CDK's L2 is not used because it
 * silences two schema rules without a trace.
 *
 * @see 45 CFR 164.312(b), 164.308(a)(1)(ii)(D)
 */
export class VpcFlowLog extends Construct {
  readonly logGroup: ILogGroup;

  constructor(scope: Construct, id: string, props: VpcFlowLogProps) {
    super(scope, id);
    const { vpc, key, retentionDays, removalPolicy } = props;
    this.logGroup = new EncryptedLogGroup(this, 'Logs', { key, retentionDays, removalPolicy });
    new CfnFlowLog(this, 'Resource', {
      resourceType: 'VPC',
      resourceId: vpc.vpcId,
      trafficType: 'ALL',
      maxAggregationInterval: AGGREGATION_SECONDS,
      logDestinationType: 'cloud-watch-logs',
      logGroupName: this.logGroup.logGroupName,
      deliverLogsPermissionArn: this.renderRole().roleArn,
    });
  }

  private renderRole(): ManagedPolicyRole {
    const role = new ManagedPolicyRole(this, 'Role', {
      description: 'Writes VPC flow logs',
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: {
            'aws:SourceArn': `arn:${Aws.PARTITION}:ec2:${Aws.REGION}:${Aws.ACCOUNT_ID}:vpc-flow-log/*`,
          },
        },
      }),
    });
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: [this.logGroup.logGroupArn],
      }),
    );
    return role;
  }
}
