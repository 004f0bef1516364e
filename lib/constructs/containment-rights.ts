import { Aws } from 'aws-cdk-lib';
import type { ContainmentKind } from '../../lambda/breach/domain/containment/containment-kinds';

/** What one action needs on AWS. */
interface Right {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

const here = (service: string, resource: string) =>
  `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;

/**
 * Exactly what each action calls, on every resource of its kind: which one it will be is known when something happens.
 *
 * @see 45 CFR 164.308(a)(4)(ii)(B), 164.502(b)
 */
export const CONTAINMENT_RIGHTS: Readonly<Record<ContainmentKind, readonly Right[]>> = {
  'block-public-access': [
    {
      actions: ['s3:GetBucketPublicAccessBlock', 's3:PutBucketPublicAccessBlock'],
      resources: [`arn:${Aws.PARTITION}:s3:::*`],
    },
  ],
  'unshare-snapshot': [
    {
      actions: ['rds:DescribeDBSnapshotAttributes', 'rds:ModifyDBSnapshotAttribute'],
      resources: [here('rds', 'snapshot:*')],
    },
  ],
  'restart-trail': [
    {
      actions: ['cloudtrail:GetTrailStatus', 'cloudtrail:StartLogging', 'cloudtrail:StopLogging'],
      resources: [here('cloudtrail', 'trail/*')],
    },
  ],
  'deactivate-access-key': [
    {
      actions: ['iam:GetAccessKeyLastUsed', 'iam:ListAccessKeys', 'iam:UpdateAccessKey'],
      resources: [`arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:user/*`],
    },
  ],
  'isolate-security-group': [
    { actions: ['ec2:DescribeSecurityGroupRules'], resources: ['*'] },
    {
      actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      resources: [here('ec2', 'security-group/*')],
    },
  ],
};
