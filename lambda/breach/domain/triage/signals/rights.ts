import { done, tightens, watched } from '../judge/call-judges';
import {
  attaches,
  detaches,
  joinsCluster,
  joinsGroup,
  quarantines,
  quarantinesInline,
  writesPolicy,
  writesUnattached,
  writesVersion,
} from '../judge/rights-judges';
import { opensPolicy } from '../policy/judge-policy';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** IAM and IAM Identity Center: who may do what. */
export const RIGHTS_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'credential-quarantined',
      title: 'AWS holds a credential for compromised, or its quarantine was lifted',
      question: 'betray',
      severity: 'critical',
      citations: CITES.identity,
      firstStep:
        'Deactivate the access keys of the user, then read everything they did since they were last known to be safe.',
    },
    {
      ...each('iam', ['AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy'], quarantines),
      ...each('iam', ['DetachUserPolicy', 'DetachRolePolicy', 'DetachGroupPolicy'], quarantines),
      ...each('iam', ['PutUserPolicy', 'DeleteUserPolicy'], quarantinesInline),
    },
  ),
  callRow(
    {
      id: 'admin-rights-given',
      title: 'An identity was made administrator',
      question: 'betray',
      severity: 'critical',
      citations: CITES.rights,
      firstStep: 'Take the policy away and end the sessions of the identity, then read what it did.',
    },
    {
      ...each('iam', ['AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy'], attaches),
      ...each('iam', ['PutUserPolicy', 'PutRolePolicy', 'PutGroupPolicy'], writesPolicy),
      'iam:CreatePolicyVersion': writesVersion,
      'iam:CreatePolicy': writesUnattached,
      'iam:AddUserToGroup': joinsGroup,
      'sso:AttachManagedPolicyToPermissionSet': attaches,
      'sso:PutInlinePolicyToPermissionSet': writesPolicy,
      'eks:AssociateAccessPolicy': joinsCluster,
    },
  ),
  callRow(
    {
      id: 'role-opened',
      title: 'A role may be assumed by everyone or by another account',
      question: 'expose',
      severity: 'critical',
      citations: CITES.rights,
      firstStep: 'Set the trust policy back, and revoke the sessions of the role.',
    },
    {
      'iam:UpdateAssumeRolePolicy': opensPolicy(['policyDocument'], 'trust'),
      'iam:CreateRole': opensPolicy(['assumeRolePolicyDocument'], 'trust'),
    },
  ),
  callRow(
    {
      id: 'rights-changed',
      title: 'Rights of an identity were changed, none of them those of an administrator',
      question: 'watch',
      severity: 'low',
      citations: CITES.rights,
      firstStep: 'Compare the rights with what the identity needs.',
    },
    {
      ...each('iam', ['DetachUserPolicy', 'DetachRolePolicy', 'DetachGroupPolicy'], detaches),
      ...each(
        'iam',
        [
          'DeleteUserPolicy',
          'DeleteRolePolicy',
          'DeleteGroupPolicy',
          'DeletePolicy',
          'DeletePolicyVersion',
          'SetDefaultPolicyVersion',
          'DeleteUserPermissionsBoundary',
          'DeleteRolePermissionsBoundary',
          'PutUserPermissionsBoundary',
          'PutRolePermissionsBoundary',
          'CreateUser',
          'UpdateRole',
          'AddRoleToInstanceProfile',
          'UpdateAccountPasswordPolicy',
          'DeleteAccountPasswordPolicy',
        ],
        watched,
      ),
      ...each('ec2', ['AssociateIamInstanceProfile', 'ReplaceIamInstanceProfileAssociation'], watched),
      ...each(
        'sso',
        [
          'CreateAccountAssignment',
          'AttachCustomerManagedPolicyReferenceToPermissionSet',
          'DetachManagedPolicyFromPermissionSet',
          'DeleteInlinePolicyFromPermissionSet',
          'DeletePermissionsBoundaryFromPermissionSet',
          'CreatePermissionSet',
          'UpdatePermissionSet',
        ],
        watched,
      ),
      ...each('identitystore', ['CreateGroupMembership', 'CreateUser'], watched),
      ...each('sso-directory', ['AddMemberToGroup', 'CreateUser'], watched),
      ...each('eks', ['CreateAccessEntry', 'UpdateAccessEntry'], watched),
      ...each('lakeformation', ['PutDataLakeSettings'], watched),
    },
  ),
  callRow(
    {
      id: 'rights-removed',
      title: 'An identity or one of its credentials was removed',
      question: 'watch',
      severity: 'low',
      citations: CITES.rights,
      firstStep: 'Nothing: this tightens.',
    },
    each(
      'iam',
      [
        'DeleteUser',
        'DeleteRole',
        'DeleteGroup',
        'DeleteAccessKey',
        'DeleteLoginProfile',
        'RemoveUserFromGroup',
        'RemoveRoleFromInstanceProfile',
        'DeleteSAMLProvider',
        'DeleteOpenIDConnectProvider',
        'EnableMFADevice',
        'CreateVirtualMFADevice',
      ],
      tightens,
    ),
  ),
  callRow(
    {
      id: 'mfa-removed',
      title: 'A second factor was removed',
      question: 'betray',
      severity: 'high',
      citations: CITES.identity,
      firstStep:
        'Ask the person on another channel, and set the second factor up again before the next sign-in.',
    },
    {
      ...each('iam', ['DeactivateMFADevice', 'DeleteVirtualMFADevice'], done),
      ...each('sso-directory', ['DeleteMfaDeviceForUser', 'DeleteMfaDevice'], done),
      ...each('ds', ['DisableRadius', 'DisableClientAuthentication'], done),
    },
  ),
];
