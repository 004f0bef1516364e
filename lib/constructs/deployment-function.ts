import type { CfnResource } from 'aws-cdk-lib';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';

/** The rules that do not fit a function which only CloudFormation calls, and why each does not. */
const UNFIT_RULES = [
  {
    rule: 'HIPAA.Security-LambdaInsideVPC',
    citation: '164.312(e)(1)',
    reason:
      'It answers CloudFormation through a bucket of AWS, which the data perimeter keeps the VPC from; it meets no PHI.',
  },
  {
    rule: 'HIPAA.Security-LambdaDLQ',
    citation: '164.312(b)',
    reason:
      'A call that fails or does not answer fails the deployment within minutes, in front of who deploys.',
  },
  {
    rule: 'HIPAA.Security-LambdaConcurrency',
    citation: '164.312(b)',
    reason:
      'A new account has a limit of 10 and can reserve nothing; only CloudFormation calls the function.',
  },
] as const;

/**
 * Records beside a function that only deploys the three rules which do not fit it. Its permissions, its log and its
 * runtime are judged like those of any other function.
 *
 * @see docs/decisions/0012-deployment-functions.md
 */
export function acknowledgeDeploymentFunction(handler: CfnResource): void {
  for (const unfit of UNFIT_RULES) {
    acknowledge(handler, {
      ...unfit,
      kind: 'deployment-function',
      ...YEARLY_REVIEW,
    });
  }
}
