import { allow, call, calls, IAM_USER, OWN, ROLE_SESSION, rights, STRANGER } from '../events';
import type { SignalCases } from './table';

const everyone = JSON.stringify(allow('*'));
const stranger = JSON.stringify(allow({ AWS: STRANGER }));
const ours = JSON.stringify(allow({ AWS: OWN }));
const ingress = (permission: object): object => ({
  groupId: 'sg-1',
  ipPermissions: {
    items: [
      {
        ipProtocol: 'tcp',
        fromPort: 22,
        toPort: 22,
        ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] },
        ...permission,
      },
    ],
  },
});
const nacl = (fields: object): object => ({
  networkAclId: 'acl-1',
  egress: false,
  ruleAction: 'allow',
  cidrBlock: '0.0.0.0/0',
  aclProtocol: '6',
  portRange: { from: 22, to: 22 },
  ...fields,
});
const signIn = (MFAUsed: string | undefined, record: object = {}): Record<string, unknown> => ({
  userIdentity: IAM_USER,
  additionalEventData: { MobileVersion: 'No', ...(MFAUsed === undefined ? {} : { MFAUsed }) },
  ...record,
});
const success = { ConsoleLogin: 'Success' };
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const quarantine = 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3';

/** Sharing, policies, keys, identities, networks and what runs. */
export const ACCESS_CASES: readonly SignalCases[] = [
  {
    signal: 'snapshot-shared',
    incidents: [
      call('rds:ModifyDBSnapshotAttribute', {
        attributeName: 'restore',
        dBSnapshotIdentifier: 's',
        valuesToAdd: [STRANGER],
      }),
      call('rds:ModifyDBSnapshotAttribute', {
        attributeName: 'restore',
        dBSnapshotIdentifier: 's',
        valuesToAdd: ['all'],
      }),
      call('rds:ModifyDBClusterSnapshotAttribute', { valuesToAdd: [OWN, STRANGER] }),
      call('ec2:ModifySnapshotAttribute', {
        snapshotId: 's',
        createVolumePermission: { add: { items: [{ group: 'all' }] } },
      }),
      call('ec2:ModifySnapshotAttribute', {
        snapshotId: 's',
        createVolumePermission: { add: { items: [{ userId: STRANGER }] } },
      }),
      call('redshift:AuthorizeSnapshotAccess', { accountWithRestoreAccess: STRANGER }),
      call('dynamodb:ExportTableToPointInTime', { tableArn: 't', s3Bucket: 'b', s3BucketOwner: STRANGER }),
    ],
    reviews: [
      call('rds:ModifyDBSnapshotAttribute', { attributeName: 'restore' }),
      call('dynamodb:ExportTableToPointInTime', { tableArn: 't', s3Bucket: 'b' }),
    ],
    ignored: [
      call('rds:ModifyDBSnapshotAttribute', { attributeName: 'restore', valuesToAdd: [OWN] }),
      call('rds:ModifyDBSnapshotAttribute', { attributeName: 'restore', valuesToRemove: [STRANGER] }),
      call('ec2:ModifySnapshotAttribute', {
        snapshotId: 's',
        createVolumePermission: { remove: { items: [{ group: 'all' }] } },
      }),
      call('ec2:ResetSnapshotAttribute', { snapshotId: 's' }),
    ],
  },
  {
    signal: 'image-shared',
    incidents: [
      call('ec2:ModifyImageAttribute', {
        imageId: 'i',
        launchPermission: { add: { items: [{ group: 'all' }] } },
      }),
      call('ec2:ModifyImageAttribute', {
        imageId: 'i',
        launchPermission: { add: { items: [{ userId: STRANGER }] } },
      }),
    ],
    reviews: [
      call('ec2:ModifyImageAttribute', { imageId: 'i', attributeType: 'launchPermission' }),
      call('ec2:ModifyImageAttribute', {
        launchPermission: {
          add: { items: [{ organizationArn: `arn:aws:organizations::${STRANGER}:organization/o-example` }] },
        },
      }),
    ],
    ignored: [
      call('ec2:ModifyImageAttribute', {
        imageId: 'i',
        launchPermission: { remove: { items: [{ userId: STRANGER }] } },
      }),
      call('ec2:ModifyImageAttribute', { imageId: 'i', description: { value: 'x' } }),
      call('ec2:ModifyImageAttribute', {
        imageId: 'i',
        launchPermission: { add: { items: [{ userId: OWN }] } },
      }),
    ],
  },
  {
    signal: 'resource-shared',
    incidents: [
      call('ram:CreateResourceShare', { principals: [STRANGER] }),
      call('ram:AssociateResourceShare', { principals: [`arn:aws:iam::${STRANGER}:role/x`] }),
      call('ssm:ModifyDocumentPermission', { name: 'd', accountIdsToAdd: ['all'] }),
      call('redshift:AuthorizeDataShare', { consumerIdentifier: STRANGER }),
      call('ec2:ModifyVpcEndpointServicePermissions', {
        ModifyVpcEndpointServicePermissionsRequest: { AddAllowedPrincipals: '*' },
      }),
      call('es:AuthorizeVpcEndpointAccess', { account: STRANGER }),
      call('serverlessrepo:PutApplicationPolicy', {
        statements: [{ principals: ['*'], actions: ['Deploy'] }],
      }),
      call('route53domains:TransferDomainToAnotherAwsAccount', { domainName: 'd', accountId: STRANGER }),
      call('ds:ShareDirectory', { directoryId: 'd', shareTarget: { id: STRANGER, type: 'ACCOUNT' } }),
      call('oam:CreateLink', { sinkIdentifier: `arn:aws:oam:us-east-1:${STRANGER}:sink/x` }),
      call('sns:Subscribe', {
        topicArn: 't',
        protocol: 'sqs',
        endpoint: `arn:aws:sqs:us-east-1:${STRANGER}:q`,
      }),
      call('events:PutTargets', {
        rule: 'r',
        targets: [{ id: '1', arn: `arn:aws:events:us-east-1:${STRANGER}:event-bus/x` }],
      }),
      call('codebuild:UpdateProjectVisibility', { projectVisibility: 'PUBLIC_READ' }),
    ],
    reviews: [
      call('ram:CreateResourceShare', { name: 's', allowExternalPrincipals: true }),
      call('sns:Subscribe', { topicArn: 't', protocol: 'email', endpoint: 'x@example.com' }),
    ],
    ignored: [
      call('ram:CreateResourceShare', { principals: [OWN] }),
      call('ssm:ModifyDocumentPermission', { name: 'd', accountIdsToRemove: ['all'] }),
      call('events:PutTargets', {
        rule: 'r',
        targets: [{ id: '1', arn: `arn:aws:lambda:us-east-1:${OWN}:function:f` }],
      }),
      call('codebuild:UpdateProjectVisibility', { projectVisibility: 'PRIVATE' }),
    ],
  },
  {
    signal: 'key-opened',
    incidents: [
      call('kms:PutKeyPolicy', { keyId: 'k', policy: everyone }),
      call('kms:PutKeyPolicy', { keyId: 'k', policy: stranger }),
      call('kms:CreateKey', { policy: stranger }),
    ],
    reviews: [
      call('kms:PutKeyPolicy', { keyId: 'k', policy: ours }),
      call('kms:PutKeyPolicy', { keyId: 'k' }),
    ],
    ignored: [call('kms:CreateKey', { description: 'x' }), call('kms:CreateKey', { policy: ours })],
  },
  {
    signal: 'queue-opened',
    incidents: [
      call('sqs:SetQueueAttributes', { queueUrl: 'q', attributes: { Policy: everyone } }),
      call('sqs:CreateQueue', { queueName: 'q', attributes: { Policy: stranger } }),
      call('sns:SetTopicAttributes', { topicArn: 't', attributeName: 'Policy', attributeValue: stranger }),
    ],
    reviews: [call('sqs:SetQueueAttributes', { queueUrl: 'q', attributes: { Policy: ours } })],
    ignored: [
      call('sns:SetTopicAttributes', { topicArn: 't', attributeName: 'DisplayName', attributeValue: 'x' }),
      call('sqs:CreateQueue', { queueName: 'q' }),
      call('sqs:CreateQueue', { queueName: 'q', attributes: { Policy: ours } }),
    ],
  },
  {
    signal: 'secret-opened',
    incidents: [call('secretsmanager:PutResourcePolicy', { secretId: 's', resourcePolicy: stranger })],
    reviews: [call('secretsmanager:PutResourcePolicy', { secretId: 's', resourcePolicy: ours })],
  },
  {
    signal: 'function-opened',
    incidents: [
      call('lambda:AddPermission20150331v2', {
        functionName: 'f',
        principal: '*',
        action: 'lambda:InvokeFunction',
      }),
      call('lambda:AddPermission20150331v2', { functionName: 'f', principal: STRANGER }),
      call('lambda:AddPermission20150331v2', {
        functionName: 'f',
        principal: 's3.amazonaws.com',
        sourceAccount: STRANGER,
      }),
      call('lambda:AddLayerVersionPermission20181031', { layerName: 'l', principal: '*' }),
      call('lambda:CreateFunctionUrlConfig', { functionName: 'f', authType: 'NONE' }),
      call('lambda:UpdateFunctionUrlConfig', { functionName: 'f', authType: 'NONE' }),
    ],
    reviews: [
      call('lambda:AddPermission20150331v2', { functionName: 'f', principal: 's3.amazonaws.com' }),
      call('lambda:AddPermission20150331v2', {
        functionName: 'f',
        principal: '*',
        principalOrgID: 'o-example',
      }),
      call('lambda:AddPermission20150331v2', null),
    ],
    ignored: [
      call('lambda:AddPermission20150331v2', {
        functionName: 'f',
        principal: 'events.amazonaws.com',
        sourceArn: `arn:aws:events:us-east-1:${OWN}:rule/r`,
      }),
      call('lambda:CreateFunctionUrlConfig', { functionName: 'f', authType: 'AWS_IAM' }),
      call('lambda:RemovePermission20150331v2', { functionName: 'f' }),
    ],
  },
  {
    signal: 'event-bus-opened',
    incidents: [
      call('events:PutPermission', { principal: '*' }),
      call('events:PutPermission', { principal: STRANGER }),
      call('events:PutPermission', { policy: stranger }),
    ],
    reviews: [call('events:PutPermission', { principal: OWN }), call('events:PutPermission', {})],
  },
  {
    signal: 'resource-opened',
    incidents: [
      call('elasticfilesystem:PutFileSystemPolicy', { fileSystemId: 'f', policy: everyone }),
      call('es:UpdateDomainConfig', { domainName: 'd', accessPolicies: everyone }),
      call('ecr:SetRepositoryPolicy', { repositoryName: 'r', policyText: stranger }),
      call('backup:PutBackupVaultAccessPolicy', { backupVaultName: 'v', policy: stranger }),
      call('dynamodb:PutResourcePolicy', { resourceArn: 'x', policy: stranger }),
      call('logs:PutResourcePolicy', { policyName: 'p', policyDocument: everyone }),
      call('apigateway:UpdateMethod', {
        updateMethodInput: {
          patchOperations: [{ op: 'replace', path: '/authorizationType', value: 'NONE' }],
        },
      }),
      call('apigateway:UpdateRoute', { routeId: 'r', authorizationType: 'NONE' }),
      call('quicksight:UpdatePublicSharingSettings', { publicSharingEnabled: true }),
      call('vpc-lattice:UpdateService', { authType: 'NONE' }),
      call('apigateway:UpdateRestApi', {
        restApiId: 'r',
        patchOperations: [{ op: 'replace', path: '/policy', value: everyone }],
      }),
    ],
    reviews: [
      call('ecr:SetRepositoryPolicy', { repositoryName: 'r', policyText: ours }),
      call('glue:PutResourcePolicy', {}),
    ],
    ignored: [
      call('es:UpdateDomainConfig', { domainName: 'd', clusterConfig: { instanceCount: 2 } }),
      call('apigateway:UpdateRestApi', { patchOperations: [{ op: 'replace', path: '/name', value: 'x' }] }),
      call('apigateway:UpdateRoute', { routeId: 'r', authorizationType: 'AWS_IAM' }),
    ],
  },
  {
    signal: 'key-disabled',
    incidents: calls(
      [
        'kms:DisableKey',
        'kms:ScheduleKeyDeletion',
        'kms:DeleteImportedKeyMaterial',
        'kms:DisconnectCustomKeyStore',
        'cloudhsm:DeleteHsm',
      ],
      { keyId: 'k' },
    ),
    ignored: calls(
      [
        'kms:EnableKey',
        'kms:CancelKeyDeletion',
        'kms:UpdateKeyDescription',
        'kms:EnableKeyRotation',
        'kms:Decrypt',
        'kms:GenerateDataKey',
        'kms:RetireGrant',
      ],
      { keyId: 'k' },
    ),
  },
  {
    signal: 'key-granted',
    incidents: [call('kms:CreateGrant', { keyId: 'k', granteePrincipal: `arn:aws:iam::${STRANGER}:role/x` })],
    reviews: [call('kms:CreateGrant', { keyId: 'k' })],
    ignored: [
      call('kms:CreateGrant', { keyId: 'k', granteePrincipal: `arn:aws:iam::${OWN}:role/x` }),
      call('kms:CreateGrant', { granteePrincipal: 'rds.us-east-1.amazonaws.com' }),
    ],
  },
  {
    signal: 'key-setting-changed',
    reviews: calls(['kms:DisableKeyRotation', 'kms:DeleteAlias'], { keyId: 'k' }),
  },
  {
    signal: 'credential-quarantined',
    incidents: [
      call('iam:AttachUserPolicy', { userName: 'u', policyArn: quarantine }),
      call('iam:DetachUserPolicy', { userName: 'u', policyArn: quarantine }),
      call('iam:PutUserPolicy', {
        userName: 'u',
        policyName: 'AWSExposedCredentialPolicy_DO_NOT_REMOVE',
        policyDocument: '{}',
      }),
    ],
  },
  {
    signal: 'admin-rights-given',
    incidents: [
      call('iam:AttachUserPolicy', { userName: 'u', policyArn: admin }),
      call('iam:AttachRolePolicy', {
        roleName: 'r',
        policyArn: 'arn:aws-us-gov:iam::aws:policy/AdministratorAccess',
      }),
      call('iam:AttachGroupPolicy', { groupName: 'g', policyArn: 'arn:aws:iam::aws:policy/IAMFullAccess' }),
      call('iam:PutUserPolicy', { userName: 'u', policyDocument: rights({ Action: '*', Resource: '*' }) }),
      call('iam:PutRolePolicy', {
        roleName: 'r',
        policyDocument: encodeURIComponent(rights({ Action: ['s3:*', 'iam:*'], Resource: ['*'] })),
      }),
      call('iam:PutGroupPolicy', {
        groupName: 'g',
        policyDocument: rights({ NotAction: 's3:DeleteBucket', Resource: '*' }),
      }),
      call('iam:CreatePolicyVersion', {
        policyArn: 'p',
        policyDocument: rights({ Action: '*', Resource: '*' }),
        setAsDefault: true,
      }),
      call('iam:AddUserToGroup', { userName: 'u', groupName: 'Administrators' }),
      call('sso:AttachManagedPolicyToPermissionSet', { managedPolicyArn: admin }),
      call('eks:AssociateAccessPolicy', {
        policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      }),
    ],
    reviews: [
      call('iam:AttachUserPolicy', { userName: 'u', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }),
      call('iam:AttachUserPolicy', {
        userName: 'u',
        policyArn: `arn:aws:iam::${OWN}:policy/AdministratorAccess`,
      }),
      call('iam:PutUserPolicy', {
        userName: 'u',
        policyDocument: rights({ Action: 's3:GetObject', Resource: '*' }),
      }),
      call('iam:PutUserPolicy', {
        userName: 'u',
        policyDocument: rights({ Action: '*', Resource: 'arn:aws:s3:::b/*' }),
      }),
      call('iam:PutRolePolicy', {
        roleName: 'r',
        policyDocument: rights({ NotAction: ['iam:*', 'organizations:*'], Resource: '*' }),
      }),
      call('iam:CreatePolicyVersion', {
        policyArn: 'p',
        policyDocument: rights({ Action: '*', Resource: '*' }),
        setAsDefault: false,
      }),
      call('iam:CreatePolicy', { policyName: 'p', policyDocument: rights({ Action: '*', Resource: '*' }) }),
      call('iam:AddUserToGroup', { userName: 'u', groupName: 'readers' }),
      call('iam:PutUserPolicy', {}),
    ],
    ignored: [
      call('iam:PutUserPolicy', {
        userName: 'u',
        policyDocument: JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', Resource: '*' } }),
      }),
    ],
  },
  {
    signal: 'role-opened',
    incidents: [
      call('iam:UpdateAssumeRolePolicy', { roleName: 'r', policyDocument: stranger }),
      call('iam:UpdateAssumeRolePolicy', { roleName: 'r', policyDocument: everyone }),
      call('iam:CreateRole', { roleName: 'r', assumeRolePolicyDocument: stranger }),
      call('iam:CreateRole', {
        roleName: 'r',
        assumeRolePolicyDocument: JSON.stringify(
          allow({ AWS: STRANGER }, { StringEquals: { 'sts:ExternalId': 'x' } }),
        ),
      }),
    ],
    reviews: [
      call('iam:UpdateAssumeRolePolicy', {
        roleName: 'r',
        policyDocument: JSON.stringify(allow({ Service: 'ec2.amazonaws.com' })),
      }),
      call('iam:UpdateAssumeRolePolicy', { roleName: 'r', policyDocument: ours }),
    ],
  },
  {
    signal: 'rights-changed',
    reviews: calls([
      'iam:DeleteRolePolicy',
      'iam:DeleteUserPermissionsBoundary',
      'iam:SetDefaultPolicyVersion',
      'iam:CreateUser',
      'sso:CreateAccountAssignment',
      'ec2:AssociateIamInstanceProfile',
      'iam:UpdateAccountPasswordPolicy',
    ]),
    ignored: [call('iam:DetachUserPolicy', { userName: 'u', policyArn: admin })],
  },
  {
    signal: 'rights-removed',
    ignored: calls([
      'iam:DeleteUser',
      'iam:DeleteAccessKey',
      'iam:RemoveUserFromGroup',
      'iam:EnableMFADevice',
    ]),
  },
  {
    signal: 'mfa-removed',
    incidents: calls([
      'iam:DeactivateMFADevice',
      'iam:DeleteVirtualMFADevice',
      'sso-directory:DeleteMfaDeviceForUser',
    ]),
    ignored: calls(['iam:EnableMFADevice', 'iam:CreateVirtualMFADevice', 'iam:ResyncMFADevice']),
  },
  {
    signal: 'root-session-given',
    incidents: [call('sts:AssumeRoot', { targetPrincipal: OWN })],
    ignored: calls(['sts:AssumeRole', 'sts:GetSessionToken']),
  },
  {
    signal: 'sign-in-without-mfa',
    incidents: [call('signin:ConsoleLogin', null, { response: success, record: signIn('No') })],
    reviews: [call('signin:ConsoleLogin', null, { response: success, record: signIn(undefined) })],
    ignored: [
      call('signin:ConsoleLogin', null, { response: success, record: signIn('Yes') }),
      call('signin:ConsoleLogin', null, {
        response: success,
        record: signIn('No', { userIdentity: ROLE_SESSION }),
      }),
      call('signin:ConsoleLogin', null, {
        response: success,
        record: signIn('No', { userIdentity: { type: 'SAMLUser' } }),
      }),
      call('signin:SwitchRole', null, { response: { SwitchRole: 'Success' } }),
    ],
  },
  {
    signal: 'mfa-not-demanded',
    incidents: [
      call('cognito-idp:SetUserPoolMfaConfig', { userPoolId: 'p', mfaConfiguration: 'OFF' }),
      call('cognito-idp:UpdateUserPool', { userPoolId: 'p', mfaConfiguration: 'OFF' }),
    ],
    reviews: [
      call('cognito-idp:SetUserPoolMfaConfig', { userPoolId: 'p', mfaConfiguration: 'OPTIONAL' }),
      call('cognito-idp:CreateUserPool', { mfaConfiguration: 'OFF' }),
    ],
    ignored: [call('cognito-idp:SetUserPoolMfaConfig', { userPoolId: 'p', mfaConfiguration: 'ON' })],
  },
  {
    signal: 'identity-pool-opened',
    incidents: calls(['cognito-identity:CreateIdentityPool', 'cognito-identity:UpdateIdentityPool'], {
      allowUnauthenticatedIdentities: true,
    }),
    reviews: calls(['cognito-identity:SetIdentityPoolRoles']),
    ignored: [call('cognito-identity:UpdateIdentityPool', { allowUnauthenticatedIdentities: false })],
  },
  {
    signal: 'credential-created',
    reviews: [
      ...calls([
        'iam:CreateAccessKey',
        'ds:ResetUserPassword',
        'iam:CreateLoginProfile',
        'iam:UpdateLoginProfile',
        'sts:GetFederationToken',
      ]),
      call('iam:UpdateAccessKey', { status: 'Active' }),
    ],
    ignored: [call('iam:UpdateAccessKey', { status: 'Inactive' }), call('iam:DeleteAccessKey')],
  },
  {
    signal: 'trust-anchor-added',
    reviews: calls([
      'iam:CreateSAMLProvider',
      'iam:CreateOpenIDConnectProvider',
      'rolesanywhere:CreateTrustAnchor',
    ]),
  },
  {
    signal: 'secret-read',
    reviews: [
      call('secretsmanager:GetSecretValue', { secretId: 's' }, { record: { readOnly: true } }),
      call('secretsmanager:BatchGetSecretValue', {}, { record: { readOnly: true } }),
      call('ssm:GetParameter', { name: 'p', withDecryption: true }, { record: { readOnly: true } }),
      call('ec2:GetPasswordData', { instanceId: 'i' }, { record: { readOnly: true } }),
    ],
    ignored: [
      call('ssm:GetParameter', { name: 'p', withDecryption: false }, { record: { readOnly: true } }),
      call('secretsmanager:ListSecrets', {}, { record: { readOnly: true } }),
    ],
  },
  {
    signal: 'port-opened',
    incidents: [
      call('ec2:AuthorizeSecurityGroupIngress', ingress({})),
      call('ec2:AuthorizeSecurityGroupIngress', ingress({ fromPort: 0, toPort: 65535 })),
      call(
        'ec2:AuthorizeSecurityGroupIngress',
        ingress({ ipProtocol: '-1', fromPort: undefined, toPort: undefined }),
      ),
      call(
        'ec2:AuthorizeSecurityGroupIngress',
        ingress({
          fromPort: 5432,
          toPort: 5432,
          ipRanges: {},
          ipv6Ranges: { items: [{ cidrIpv6: '::/0' }] },
        }),
      ),
      call('ec2:AuthorizeSecurityGroupIngress', ingress({ fromPort: 5442, toPort: 5442 })),
      call('ec2:AuthorizeSecurityGroupIngress', {
        groupId: 'sg-1',
        cidrIp: '0.0.0.0/0',
        fromPort: 3389,
        toPort: 3389,
        ipProtocol: 'tcp',
        ipPermissions: {},
      }),
      call('ec2:ModifySecurityGroupRules', {
        ModifySecurityGroupRulesRequest: {
          GroupId: 'sg-1',
          SecurityGroupRule: {
            SecurityGroupRule: { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIpv4: '0.0.0.0/0' },
          },
        },
      }),
      call('rds:AuthorizeDBSecurityGroupIngress', { cIDRIP: '0.0.0.0/0' }),
      call('lightsail:OpenInstancePublicPorts', { portInfo: { fromPort: 22, toPort: 22, protocol: 'tcp' } }),
      call('ec2:CreateNetworkAclEntry', nacl({})),
      call('ec2:ReplaceNetworkAclEntry', nacl({ aclProtocol: '-1', portRange: undefined })),
    ],
    reviews: [
      call(
        'ec2:AuthorizeSecurityGroupIngress',
        ingress({ ipRanges: { items: [{ cidrIp: '10.0.0.0/16' }] } }),
      ),
      call('ec2:AuthorizeSecurityGroupIngress', ingress({ fromPort: 443, toPort: 443 })),
      call(
        'ec2:AuthorizeSecurityGroupIngress',
        ingress({ ipRanges: {}, groups: { items: [{ groupId: 'sg-2' }] } }),
      ),
      call('ec2:AuthorizeSecurityGroupIngress', {}),
      call('ec2:CreateNetworkAclEntry', nacl({ portRange: { from: 1024, to: 65535 } })),
      call('ec2:CreateNetworkAclEntry', nacl({ cidrBlock: '10.0.0.0/8' })),
      call('ec2:CreateNetworkAclEntry', nacl({ egress: true })),
    ],
    ignored: [
      call('ec2:CreateNetworkAclEntry', nacl({ ruleAction: 'deny' })),
      call('ec2:RevokeSecurityGroupIngress', ingress({})),
    ],
  },
  {
    signal: 'network-joined',
    incidents: [
      call(
        'ec2:AcceptVpcPeeringConnection',
        { vpcPeeringConnectionId: 'p' },
        {
          response: {
            vpcPeeringConnection: {
              requesterVpcInfo: { ownerId: STRANGER },
              accepterVpcInfo: { ownerId: OWN },
            },
          },
        },
      ),
    ],
    reviews: [
      call(
        'ec2:AcceptVpcPeeringConnection',
        { vpcPeeringConnectionId: 'p' },
        {
          response: {
            vpcPeeringConnection: { requesterVpcInfo: { ownerId: OWN }, accepterVpcInfo: { ownerId: OWN } },
          },
        },
      ),
    ],
  },
  {
    signal: 'isolated-network-opened',
    incidents: [
      call('ec2:AttachInternetGateway', { vpcId: 'vpc-1' }, { options: { isolatedVpcs: ['vpc-1'] } }),
    ],
    reviews: [
      call('ec2:AttachInternetGateway', { vpcId: 'vpc-1' }),
      call('ec2:AttachInternetGateway', { vpcId: 'vpc-2' }, { options: { isolatedVpcs: ['vpc-1'] } }),
    ],
  },
  {
    signal: 'firewall-removed',
    incidents: calls(['network-firewall:DeleteFirewall']),
    ignored: calls(['network-firewall:CreateFirewall']),
  },
  {
    signal: 'network-changed',
    reviews: calls([
      'route53domains:DisableDomainTransferLock',
      'fms:DeletePolicy',
      'ec2:CreateRoute',
      'ec2:DeleteNetworkAclEntry',
      'ec2:CreateSecurityGroup',
      'ec2:CreateInternetGateway',
      'ec2:CreateVpc',
      'ec2:ModifyVpcEndpoint',
      'wafv2:DisassociateWebACL',
    ]),
    ignored: calls(['ec2:RevokeSecurityGroupEgress']),
  },
  {
    signal: 'code-overwritten',
    reviews: [
      call('lambda:UpdateFunctionCode20150331v2', { functionName: 'f' }),
      call('lambda:UpdateFunctionConfiguration20150331v2', { functionName: 'f', layers: ['arn'] }),
      call('ec2:ModifyInstanceAttribute', { instanceId: 'i', userData: '<sensitiveDataRemoved>' }),
    ],
    ignored: [
      call('lambda:UpdateFunctionConfiguration20150331v2', { functionName: 'f', timeout: 10 }),
      call('lambda:CreateFunction20150331', { functionName: 'f' }),
    ],
  },
  {
    signal: 'machine-steered',
    reviews: calls(['ssm:SendCommand', 'ssm:StartSession', 'ec2-instance-connect:SendSSHPublicKey']),
  },
  {
    signal: 'metadata-guard-weakened',
    reviews: [
      call('ec2:ModifyInstanceMetadataOptions', {
        ModifyInstanceMetadataOptionsRequest: { InstanceId: 'i', HttpTokens: 'optional' },
      }),
    ],
    ignored: [call('ec2:ModifyInstanceMetadataOptions', { instanceId: 'i', httpTokens: 'required' })],
  },
  {
    signal: 'public-endpoint-created',
    reviews: [
      call('transfer:CreateServer', { endpointType: 'PUBLIC' }),
      call('eks:UpdateClusterConfig', { resourcesVpcConfig: { endpointPublicAccess: true } }),
    ],
    ignored: [call('transfer:CreateServer', { endpointType: 'VPC' })],
  },
  {
    signal: 'organization-left',
    incidents: [
      ...calls(['organizations:LeaveOrganization', 'organizations:RemoveAccountFromOrganization']),
      call('organizations:DisablePolicyType', { policyType: 'SERVICE_CONTROL_POLICY' }),
      call('organizations:DeregisterDelegatedAdministrator', { servicePrincipal: 'guardduty.amazonaws.com' }),
    ],
    reviews: [call('organizations:DisableAWSServiceAccess', { servicePrincipal: 'ram.amazonaws.com' })],
    ignored: [
      call('organizations:DisablePolicyType', { policyType: 'TAG_POLICY' }),
      call('organizations:EnableAWSServiceAccess', {}),
    ],
  },
  {
    signal: 'organization-changed',
    reviews: calls(['organizations:DetachPolicy', 'organizations:MoveAccount', 'account:EnableRegion']),
  },
  {
    signal: 'opened-otherwise',
    incidents: [
      call('newservice:PutThingPolicy', { thing: 't', policy: everyone }),
      call('newservice:CreateThing', { publiclyAccessible: true }),
      call('newservice:ShareThing', { accountIds: [STRANGER] }),
    ],
    reviews: [call('newservice:PutThingPolicy', { policy: ours })],
    ignored: [
      call('newservice:PutThingPolicy', { policy: 'fast' }),
      call('newservice:CreateThing', { publiclyAccessible: false }),
      call('newservice:ShareThing', { accountIds: [OWN] }),
    ],
  },
  {
    signal: 'destroyed-otherwise',
    incidents: [
      ...calls(['newservice:DeleteDatabase', 'newservice:DeleteThingSnapshot', 'newservice:DeleteDatastore']),
      call('newservice:UpdateThing', { deletionProtection: false }),
    ],
    reviews: calls(['newservice:DeleteTable', 'newservice:DeleteThingCluster']),
    ignored: [
      ...calls(['newservice:CreateDatabase', 'newservice:DeleteThing', 'newservice:DeleteTag']),
      call('newservice:UpdateThing', { deletionProtection: true }),
    ],
  },
  {
    signal: 'blinded-otherwise',
    incidents: calls([
      'newservice:DeleteLoggingConfiguration',
      'newservice:StopTrail',
      'newservice:DisableAuditLog',
      'newservice:StopRecorder',
    ]),
    reviews: calls(['newservice:DeleteMonitor', 'newservice:DisableAlarm']),
    ignored: calls([
      'newservice:PutLoggingConfiguration',
      'newservice:StartRecorder',
      'newservice:DescribeLogging',
    ]),
  },
  {
    signal: 'guard-removed-otherwise',
    incidents: calls(['newservice:DisableEncryption', 'newservice:DeletePublicAccessBlock']),
    ignored: calls(['newservice:EnableEncryption', 'newservice:PutPublicAccessBlock']),
  },
  {
    signal: 'second-factor-removed-otherwise',
    incidents: calls(['newservice:DisableMFA']),
    ignored: calls(['newservice:EnableMFA']),
  },
];
