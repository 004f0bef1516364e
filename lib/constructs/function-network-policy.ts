import { Aws, type Stack } from 'aws-cdk-lib';
import { Effect, type IManagedPolicy, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';

const ID = 'FunctionNetworkPolicy';

/** What the Lambda service does in a function's name to place it in a VPC. */
const ACTIONS = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * The stack's one policy that lets the Lambda service place functions in a VPC, and that refuses the same to the
 * functions' own code.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 * @see 45 CFR 164.308(a)(4)(ii)(B)
 */
export function functionNetworkPolicy(stack: Stack): IManagedPolicy {
  const made = stack.node.tryFindChild(ID);
  if (made instanceof ManagedPolicy) return made;
  const policy = new ManagedPolicy(stack, ID, {
    description: 'Lets the Lambda service place functions in the VPC, and the functions themselves nothing',
    statements: [
      new PolicyStatement({ sid: 'NetworkInterfaces', actions: ACTIONS, resources: ['*'] }),
      new PolicyStatement({
        sid: 'NotFromTheCode',
        effect: Effect.DENY,
        actions: ACTIONS,
        resources: ['*'],
        conditions: {
          ArnLike: {
            'lambda:SourceFunctionArn': `arn:${Aws.PARTITION}:lambda:${Aws.REGION}:${Aws.ACCOUNT_ID}:function:*`,
          },
        },
      }),
    ],
  });
  acknowledge(policy, {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    kind: 'no-resource-level-permission',
    reason:
      'Lambda makes network interfaces whose ids exist only after deployment; the code of functions is denied the same.',
    citation: '164.308(a)(4)(ii)(B)',
    ...YEARLY_REVIEW,
  });
  return policy;
}
