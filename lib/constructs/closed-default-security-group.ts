import path from 'node:path';
import {
  CfnResource,
  CustomResource,
  CustomResourceProviderBase,
  Duration,
  determineLatestNodeRuntimeName,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import type { Vpc } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledgeDeploymentFunction } from './deployment-function';
import { EncryptedLogGroup } from './encrypted-log-group';
import { phiLogPolicy } from './phi-log-policy';

/** CDK's own handler: it revokes the two rules that every default security group is born with. */
const HANDLER = path.join(
  path.dirname(require.resolve('aws-cdk-lib/package.json')),
  'custom-resource-handlers/dist/aws-ec2/restrict-default-security-group-handler',
);

/** A handler that does not answer fails the deployment after this time instead of CloudFormation's hour. */
const TIMEOUT = Duration.minutes(5);

/** Properties of {@link closeDefaultSecurityGroup}. */
export interface ClosedDefaultSecurityGroupProps {
  /** The VPC's literal range: the group is closed anew where it changes, because the VPC is then another one. */
  readonly cidr: string;

  /** Encrypts the function's log group; its policy lets CloudWatch Logs use it. */
  readonly key: IKey;

  /** Days that the function's logs are kept: one of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  /** What happens to the function's logs when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Closes the VPC's default security group, and leaves nothing behind that could open it again.
 *
 * CDK's `restrictDefaultSecurityGroup` is not used: its function has an inline and an AWS-managed policy, logs without
 * our key or a retention, may open the group again, and does so when its stack is deleted.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(e)(1)
 */
export function closeDefaultSecurityGroup(vpc: Vpc, props: ClosedDefaultSecurityGroupProps): void {
  const closer = new DefaultSecurityGroupCloser(vpc, 'DefaultSecurityGroupCloser', props);
  const resource = new CustomResource(vpc, 'RestrictDefaultSecurityGroupCustomResource', {
    resourceType: 'Custom::VpcRestrictDefaultSG',
    serviceToken: closer.serviceToken,
    serviceTimeout: TIMEOUT,
    // Deleting the resource would open the group again; the group goes with its VPC.
    removalPolicy: RemovalPolicy.RETAIN,
    properties: { DefaultSecurityGroupId: vpc.vpcDefaultSecurityGroup, Account: Stack.of(vpc).account },
  });
  resource.node.addDependency(closer);
  renameWith(props.cidr, childOf(resource, 'Default'));
}

/** The function that closes the group, allowed to revoke rules of this one group and to write its log. */
class DefaultSecurityGroupCloser extends CustomResourceProviderBase {
  constructor(vpc: Vpc, id: string, props: ClosedDefaultSecurityGroupProps) {
    super(vpc, id, {
      codeDirectory: HANDLER,
      runtimeName: determineLatestNodeRuntimeName(vpc),
      description: 'Closes the default security group of a VPC',
      timeout: Duration.minutes(1),
    });
    const logs = new EncryptedLogGroup(this, 'Logs', {
      key: props.key,
      retentionDays: props.logRetentionDays,
      // No PHI comes near the function; masking what should not be there costs nothing and needs no exception.
      dataProtectionPolicy: phiLogPolicy('phi-store'),
      removalPolicy: props.removalPolicy,
    });
    const policy = new ManagedPolicy(this, 'Policy', {
      description: 'Revokes the rules of a default security group',
      statements: [
        new PolicyStatement({
          actions: ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
          resources: [
            Stack.of(vpc).formatArn({
              service: 'ec2',
              resource: 'security-group',
              resourceName: vpc.vpcDefaultSecurityGroup,
            }),
          ],
        }),
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logs.logGroupArn],
        }),
      ],
    });
    childOf(this, 'Role').addPropertyOverride('ManagedPolicyArns', [policy.managedPolicyArn]);
    const handler = childOf(this, 'Handler');
    handler.addPropertyOverride('LoggingConfig', { LogGroup: logs.logGroupName });
    acknowledgeDeploymentFunction(handler);
  }
}

/**
 * Ties a resource's logical id to the VPC's range. An update would have the handler open the old VPC's group, which
 * it may not; with a new id it only closes the new one's.
 */
function renameWith(cidr: string, resource: CfnResource): void {
  resource.overrideLogicalId(`${resource.stack.getLogicalId(resource)}${cidr.replace(/\W/g, 'x')}`);
}

function childOf(construct: Construct, id: string): CfnResource {
  const child = construct.node.findChild(id);
  if (!CfnResource.isCfnResource(child)) {
    throw new Error(`'${id}' must be a CloudFormation resource, got: ${child.constructor.name}`);
  }
  return child;
}
