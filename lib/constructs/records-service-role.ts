import { Aws } from 'aws-cdk-lib';

/** The id under which the stack that runs the access service has it; its role's name begins with it. */
export const SERVICE_ID = 'Service';

/**
 * The ARNs that CloudFormation gives the role of the access service in a stack of this name.
 *
 * The data key exists before the role, so its policy can name it only by this pattern.
 */
export function serviceRolePattern(stackName: string): string {
  return `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${stackName}-${SERVICE_ID}Role*`;
}
