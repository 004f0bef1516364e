import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';

/**
 * What AWS Backup takes on to back up; it restores nothing.
 *
 * @param what what is backed up, as the end of a sentence
 * @see docs/decisions/0003-aws-backup-policies.md
 * @see 45 CFR 164.308(a)(7)(ii)(A)
 */
export function backupRole(scope: Construct, id: string, what: string): Role {
  const role = new Role(scope, id, {
    description: `Lets AWS Backup back up ${what}`,
    assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    managedPolicies: [
      ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
    ],
  });
  acknowledge(role, {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    kind: 'service-policy',
    reason:
      'AWS supports backups only with its own policy, which it extends as its service grows; only AWS Backup can take on the role.',
    ...YEARLY_REVIEW,
    citation: '164.308(a)(7)(ii)(A)',
  });
  return role;
}
