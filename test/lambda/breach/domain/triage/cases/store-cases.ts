import { allow, call, calls, OWN, STRANGER } from '../events';
import type { SignalCases } from './table';

const everyone = allow('*');
const block = (value: boolean): object => ({
  BlockPublicAcls: value,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
});
const lifecycle = (bucketName: string, rule: object): object => ({
  bucketName,
  LifecycleConfiguration: { Rule: { Status: 'Enabled', ...rule } },
});
const lock = (bucketName: string, retention: object | undefined): object => ({
  bucketName,
  ObjectLockConfiguration: {
    ObjectLockEnabled: 'Enabled',
    ...(retention === undefined ? {} : { Rule: { DefaultRetention: retention } }),
  },
});
const grantTo = (grantee: object): object => ({
  bucketName: 'b',
  AccessControlPolicy: {
    Owner: { ID: 'owner' },
    AccessControlList: { Grant: [{ Grantee: grantee, Permission: 'READ' }] },
  },
});

/** Buckets and other stores, databases and backups. */
export const STORE_CASES: readonly SignalCases[] = [
  {
    signal: 'bucket-opened',
    incidents: [
      call('s3:PutBucketPolicy', { bucketName: 'b', bucketPolicy: everyone }),
      call('s3:PutBucketPolicy', { bucketName: 'b', bucketPolicy: JSON.stringify(everyone), policy: '' }),
      call('s3:PutBucketPolicy', {
        bucketName: 'b',
        bucketPolicy: allow({ AWS: `arn:aws:iam::${STRANGER}:root` }),
      }),
      call('s3:PutAccessPointPolicy', { name: 'p', policy: JSON.stringify(everyone) }),
      call('s3:PutBucketAcl', { bucketName: 'b', 'x-amz-acl': ['public-read'] }),
      call('s3:PutBucketAcl', grantTo({ URI: 'http://acs.amazonaws.com/groups/global/AllUsers' })),
      call('s3:PutBucketAcl', grantTo({ URI: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers' })),
      call('s3:PutObjectAcl', { bucketName: 'b', key: 'k', 'x-amz-acl': 'public-read' }),
      call('s3:PutObject', { bucketName: 'b', key: 'k', 'x-amz-acl': 'public-read' }),
      call('s3:PutBucketAcl', {
        bucketName: 'b',
        'x-amz-grant-read': 'uri="http://acs.amazonaws.com/groups/global/AllUsers"',
      }),
    ],
    reviews: [
      call('s3:PutBucketPolicy', { bucketName: 'b' }),
      call('s3:PutBucketPolicy', { bucketName: 'b', bucketPolicy: 'no policy' }),
      call('s3:PutBucketPolicy', {
        bucketName: 'b',
        bucketPolicy: allow({ AWS: `arn:aws:iam::${OWN}:role/x` }),
      }),
      call('s3:PutBucketAcl', { bucketName: 'b' }),
      call('s3:PutBucketAcl', grantTo({ ID: 'somebody-else' })),
    ],
    ignored: [
      call('s3:PutBucketPolicy', {
        bucketName: 'b',
        bucketPolicy: { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }] },
      }),
      call('s3:PutBucketAcl', { bucketName: 'b', 'x-amz-acl': ['private'] }),
      call('s3:PutBucketAcl', grantTo({ ID: 'owner' })),
      call('s3:PutObject', { bucketName: 'b', key: 'k', 'x-amz-acl': 'bucket-owner-full-control' }),
      call('s3:PutObject', { bucketName: 'b', key: 'k' }),
    ],
  },
  {
    signal: 'bucket-policy-removed',
    incidents: [call('s3:DeleteBucketPolicy', { bucketName: 'example-cloudtrail-archive' })],
    reviews: [call('s3:DeleteBucketPolicy', { bucketName: 'data' })],
  },
  {
    signal: 'public-access-block-removed',
    incidents: [
      ...calls(
        [
          's3:DeletePublicAccessBlock',
          's3:DeleteBucketPublicAccessBlock',
          's3:DeleteAccountPublicAccessBlock',
        ],
        { bucketName: 'b' },
      ),
      call('s3:PutBucketPublicAccessBlock', {
        bucketName: 'b',
        PublicAccessBlockConfiguration: block(false),
      }),
      call('s3:PutAccountPublicAccessBlock', {
        accountId: OWN,
        PublicAccessBlockConfiguration: block(false),
      }),
      ...calls(['ec2:DisableImageBlockPublicAccess', 'ec2:DisableSnapshotBlockPublicAccess']),
      call('ec2:ModifyVpcBlockPublicAccessOptions', {
        ModifyVpcBlockPublicAccessOptionsRequest: { InternetGatewayBlockMode: 'off' },
      }),
      call('ssm:UpdateServiceSetting', {
        settingId: '/ssm/documents/console/public-sharing-permission',
        settingValue: 'Enable',
      }),
    ],
    reviews: [
      call('s3:PutBucketPublicAccessBlock', {
        bucketName: 'b',
        PublicAccessBlockConfiguration: { BlockPublicAcls: true },
      }),
    ],
    ignored: [
      call('s3:PutBucketPublicAccessBlock', { bucketName: 'b', PublicAccessBlockConfiguration: block(true) }),
      call('ssm:UpdateServiceSetting', {
        settingId: '/ssm/documents/console/public-sharing-permission',
        settingValue: 'Disable',
      }),
      call('ec2:EnableImageBlockPublicAccess'),
    ],
  },
  {
    signal: 'bucket-setting-changed',
    reviews: [
      call('s3:PutBucketWebsite', { bucketName: 'b' }),
      call('s3:PutBucketCors', { bucketName: 'b', CORSConfiguration: { CORSRule: { AllowedOrigin: '*' } } }),
      call('s3:PutBucketOwnershipControls', {
        OwnershipControls: { Rule: { ObjectOwnership: 'ObjectWriter' } },
      }),
    ],
    ignored: [
      call('s3:PutBucketCors', {
        bucketName: 'b',
        CORSConfiguration: { CORSRule: { AllowedOrigin: 'https://app.example' } },
      }),
      call('s3:PutBucketOwnershipControls', {
        OwnershipControls: { Rule: { ObjectOwnership: 'BucketOwnerEnforced' } },
      }),
    ],
  },
  {
    signal: 'versioning-suspended',
    incidents: [
      call('s3:PutBucketVersioning', { bucketName: 'b', VersioningConfiguration: { Status: 'Suspended' } }),
    ],
    reviews: [
      call('s3:PutBucketVersioning', { bucketName: 'b' }),
      call('s3:PutBucketVersioning', {
        bucketName: 'b',
        VersioningConfiguration: { Status: 'Enabled', MfaDelete: 'Disabled' },
      }),
    ],
    ignored: [
      call('s3:PutBucketVersioning', { bucketName: 'b', VersioningConfiguration: { Status: 'Enabled' } }),
    ],
  },
  {
    signal: 'lock-weakened',
    incidents: [
      call('s3:PutObjectLockConfiguration', lock('b', undefined)),
      call('s3:PutBucketObjectLockConfiguration', lock('audit-archive', { Mode: 'COMPLIANCE', Days: 2191 })),
      call('s3:PutObjectRetention', { bucketName: 'b', 'x-amz-bypass-governance-retention': 'true' }),
      call('s3:PutObjectLegalHold', { bucketName: 'b', LegalHold: { Status: 'OFF' } }),
    ],
    reviews: [
      call('s3:PutObjectLockConfiguration', lock('b', { Mode: 'GOVERNANCE', Days: 30 })),
      call('s3:PutObjectLockConfiguration', { bucketName: 'b' }),
    ],
    ignored: [
      call('s3:PutObjectLockConfiguration', lock('audit-archive', { Mode: 'COMPLIANCE', Days: 2192 })),
      call('s3:PutObjectLockConfiguration', lock('audit-archive', { Mode: 'COMPLIANCE', Years: 7 })),
      call('s3:PutObjectLegalHold', { bucketName: 'b', LegalHold: { Status: 'ON' } }),
      call('s3:PutObjectRetention', { bucketName: 'b' }),
    ],
  },
  {
    signal: 'records-expire-early',
    incidents: [
      call('s3:PutBucketLifecycle', lifecycle('example-cloudtrail-bucket', { Expiration: { Days: 2191 } })),
      call(
        's3:PutBucketLifecycleConfiguration',
        lifecycle('audit', { NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
      ),
      call(
        's3:PutBucketLifecycle',
        lifecycle('b', { Expiration: { Days: 1 }, Filter: { Prefix: 'AWSLogs/' } }),
      ),
      call(
        's3:PutBucketLifecycle',
        lifecycle('b', { ID: 'expire-cloudtrail-logs', Expiration: { Days: 1 }, Filter: { Prefix: '*' } }),
      ),
    ],
    reviews: [
      call('s3:PutBucketLifecycle', lifecycle('data', { ID: 'expire-drafts', Expiration: { Days: 30 } })),
      call('s3:PutBucketLifecycle', { bucketName: 'audit' }),
    ],
    ignored: [
      call('s3:PutBucketLifecycle', lifecycle('example-cloudtrail-bucket', { Expiration: { Days: 2192 } })),
      call(
        's3:PutBucketLifecycle',
        lifecycle('example-cloudtrail-bucket', { Status: 'Disabled', Expiration: { Days: 1 } }),
      ),
      call(
        's3:PutBucketLifecycle',
        lifecycle('example-cloudtrail-bucket', { Transition: { Days: 1, StorageClass: 'GLACIER' } }),
      ),
      call('s3:DeleteBucketLifecycle', { bucketName: 'example-cloudtrail-bucket' }),
    ],
  },
  {
    signal: 'replication-changed',
    incidents: [
      call('s3:DeleteBucketReplication', { bucketName: 'b' }),
      call('s3:PutBucketReplication', {
        bucketName: 'b',
        ReplicationConfiguration: { Rule: { Status: 'Enabled', Destination: { Account: STRANGER } } },
      }),
      call('s3:PutBucketReplication', {
        bucketName: 'b',
        ReplicationConfiguration: { Rule: { Status: 'Disabled', Destination: {} } },
      }),
    ],
    reviews: [
      call('s3:PutBucketReplication', {
        bucketName: 'b',
        ReplicationConfiguration: { Rule: { Status: 'Enabled', Destination: { Account: OWN } } },
      }),
      call('s3:PutBucketReplication', { bucketName: 'b' }),
    ],
  },
  {
    signal: 'version-destroyed',
    incidents: [
      call('s3:DeleteObject', { bucketName: 'b', key: 'k', versionId: 'v' }),
      call('s3:DeleteObject', { bucketName: 'example-cloudtrail-bucket', key: 'k' }),
      call('s3:DeleteObject', { bucketName: 'b', key: 'k', 'x-amz-bypass-governance-retention': 'true' }),
      call('s3:DeleteObjects', { bucketName: 'audit-archive', delete: '' }),
    ],
    reviews: [call('s3:DeleteObjects', { bucketName: 'b', delete: '' }), call('s3:DeleteObject', null)],
    ignored: [call('s3:DeleteObject', { bucketName: 'b', key: 'k' })],
  },
  {
    signal: 'object-seized',
    incidents: [
      call('s3:CopyObject', {
        bucketName: 'b',
        key: 'k',
        'x-amz-copy-source': 'b/k',
        'x-amz-server-side-encryption-customer-algorithm': 'AES256',
      }),
    ],
    reviews: [
      call('s3:PutObject', {
        bucketName: 'b',
        key: 'k',
        'x-amz-server-side-encryption-customer-algorithm': 'AES256',
      }),
    ],
    ignored: [
      call('s3:CopyObject', {
        bucketName: 'b',
        key: 'k',
        'x-amz-copy-source': 'b/k',
        'x-amz-server-side-encryption': 'aws:kms',
      }),
    ],
  },
  {
    signal: 'store-destroyed',
    incidents: [
      call('ds:DeleteDirectory', { directoryId: 'd' }),
      call('rds:DeleteDBInstance', { dBInstanceIdentifier: 'd', skipFinalSnapshot: true }),
      call('rds:DeleteDBInstance', {
        dBInstanceIdentifier: 'd',
        skipFinalSnapshot: false,
        finalDBSnapshotIdentifier: 'last',
      }),
      ...calls([
        'rds:DeleteDBCluster',
        'dynamodb:DeleteTable',
        'redshift:DeleteCluster',
        's3:DeleteBucket',
        'ec2:DeleteVolume',
        'elasticfilesystem:DeleteFileSystem',
        'healthlake:DeleteFHIRDatastore',
        'es:DeleteDomain',
        'kinesis:DeleteStream',
        'cognito-idp:DeleteUserPool',
        'organizations:CloseAccount',
      ]),
    ],
    ignored: calls([
      'rds:StopDBInstance',
      'rds:RebootDBInstance',
      'ec2:DetachVolume',
      'ec2:TerminateInstances',
      'dynamodb:DeleteItem',
      'dynamodb:CreateTable',
    ]),
  },
  {
    signal: 'secret-destroyed',
    incidents: [call('secretsmanager:DeleteSecret', { secretId: 's', forceDeleteWithoutRecovery: true })],
    reviews: [call('secretsmanager:DeleteSecret', { secretId: 's', recoveryWindowInDays: 30 })],
    ignored: [
      call('secretsmanager:RestoreSecret', { secretId: 's' }),
      call('secretsmanager:RotateSecret', { secretId: 's' }),
    ],
  },
  {
    signal: 'store-changed',
    reviews: [
      ...calls([
        'rds:StartExportTask',
        'glue:DeleteTable',
        'cloudformation:DeleteStack',
        'kinesis:DecreaseStreamRetentionPeriod',
      ]),
      call('rds:ModifyDBInstance', { masterUserPassword: '****' }),
    ],
    ignored: [call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', allocatedStorage: 200 })],
  },
  {
    signal: 'database-made-public',
    incidents: [
      call('rds:CreateDBInstance', { dBInstanceIdentifier: 'd' }, { response: { publiclyAccessible: true } }),
      call('rds:CreateDBInstance', { dBInstanceIdentifier: 'd', publiclyAccessible: true }),
      call('rds:RestoreDBInstanceFromDBSnapshot', { dBInstanceIdentifier: 'd', publiclyAccessible: true }),
      call('rds:RestoreDBInstanceToPointInTime', {}, { response: { publiclyAccessible: true } }),
      call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', publiclyAccessible: true }),
      call('rds:CreateDBCluster', { publiclyAccessible: true }),
      call('redshift:ModifyCluster', { publiclyAccessible: true }),
      call('redshift-serverless:UpdateWorkgroup', { publiclyAccessible: true }),
      call('dms:CreateReplicationInstance', { publiclyAccessible: true }),
      call('kafka:UpdateConnectivity', {
        connectivityInfo: { publicAccess: { type: 'SERVICE_PROVIDED_EIPS' } },
      }),
      call('aoss:CreateSecurityPolicy', { type: 'network', policy: '[{"AllowFromPublic":true}]' }),
      call('rds:RestoreDBClusterFromSnapshot', { enableInternetAccessGateway: true }),
    ],
    reviews: [
      call('rds:CreateDBInstance', { dBInstanceIdentifier: 'd' }),
      call('rds:RestoreDBInstanceFromDBSnapshot', {}),
    ],
    ignored: [
      call(
        'rds:CreateDBInstance',
        { dBInstanceIdentifier: 'd' },
        { response: { publiclyAccessible: false, storageEncrypted: true, deletionProtection: false } },
      ),
      call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', publiclyAccessible: false }),
      call(
        'rds:ModifyDBInstance',
        { dBInstanceIdentifier: 'd', allocatedStorage: 20 },
        { response: { publiclyAccessible: true } },
      ),
      call('aoss:CreateSecurityPolicy', { type: 'network', policy: '[{"AllowFromPublic":false}]' }),
      call('rds:CreateDBCluster', { engine: 'aurora-postgresql', storageEncrypted: true }),
    ],
  },
  {
    signal: 'deletion-protection-removed',
    incidents: [
      call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', deletionProtection: false }),
      call('rds:ModifyDBCluster', { dBClusterIdentifier: 'd', deletionProtection: false }),
      call('dynamodb:UpdateTable', { tableName: 't', deletionProtectionEnabled: false }),
      call('cognito-idp:UpdateUserPool', { userPoolId: 'p', deletionProtection: 'INACTIVE' }),
      call('cloudformation:UpdateTerminationProtection', {
        stackName: 's',
        enableTerminationProtection: false,
      }),
    ],
    reviews: [
      call('ec2:ModifyInstanceAttribute', { instanceId: 'i', disableApiTermination: { value: false } }),
    ],
    ignored: [
      call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', deletionProtection: true }),
      call('dynamodb:UpdateTable', { tableName: 't', billingMode: 'PAY_PER_REQUEST' }),
      call('cloudformation:UpdateTerminationProtection', {
        stackName: 's',
        enableTerminationProtection: true,
      }),
    ],
  },
  {
    signal: 'tls-removed',
    incidents: [
      call('rds:ModifyDBParameterGroup', {
        parameters: [{ parameterName: 'rds.force_ssl', parameterValue: '0' }],
      }),
      call('es:UpdateDomainConfig', { domainEndpointOptions: { enforceHTTPS: false } }),
      call('elasticache:ModifyReplicationGroup', { transitEncryptionEnabled: false }),
      call('rds:ModifyDBProxy', { requireTLS: false }),
      call('rds:ModifyOptionGroup', { optionsToRemove: ['NATIVE_NETWORK_ENCRYPTION'] }),
      call('elasticloadbalancing:ModifyListener', {
        listenerArn: 'x',
        protocol: 'HTTP',
        defaultActions: [{ type: 'forward' }],
      }),
    ],
    reviews: [
      call('elasticloadbalancing:CreateListener', {
        protocol: 'HTTP',
        defaultActions: [{ type: 'forward' }],
      }),
    ],
    ignored: [
      call('rds:ModifyDBParameterGroup', {
        parameters: [{ parameterName: 'rds.force_ssl', parameterValue: '1' }],
      }),
      call('elasticloadbalancing:CreateListener', {
        protocol: 'HTTP',
        defaultActions: [{ type: 'redirect' }],
      }),
      call('elasticloadbalancing:CreateListener', {
        protocol: 'HTTPS',
        defaultActions: [{ type: 'forward' }],
      }),
      call('elasticloadbalancing:ModifyListener', {
        protocol: 'HTTP',
        defaultActions: [{ type: 'redirect' }],
      }),
    ],
  },
  {
    signal: 'database-audit-off',
    incidents: [
      call('rds:ModifyDBParameterGroup', {
        parameters: [{ parameterName: 'pgaudit.log', parameterValue: 'none' }],
      }),
      call('rds:ModifyDBClusterParameterGroup', {
        parameters: [{ parameterName: 'server_audit_logging', parameterValue: '0' }],
      }),
      call('rds:ModifyOptionGroup', { optionsToRemove: ['MARIADB_AUDIT_PLUGIN'] }),
    ],
    reviews: [call('rds:ModifyActivityStream', { auditPolicyState: 'unlocked' })],
    ignored: [
      call('rds:ModifyOptionGroup', { optionsToRemove: ['TIMEZONE'] }),
      call('rds:ModifyDBParameterGroup', {
        parameters: [{ parameterName: 'pgaudit.log', parameterValue: 'ddl,role,write' }],
      }),
      call('rds:ModifyDBParameterGroup', {
        parameters: [{ parameterName: 'work_mem', parameterValue: '0' }],
      }),
    ],
  },
  {
    signal: 'encryption-removed',
    incidents: [
      ...calls([
        's3:DeleteBucketEncryption',
        'ec2:DisableEbsEncryptionByDefault',
        'logs:DisassociateKmsKey',
        'kinesis:StopStreamEncryption',
      ]),
      call('dynamodb:UpdateTable', { tableName: 't', sSESpecification: { enabled: false } }),
      call('sqs:SetQueueAttributes', { queueUrl: 'q', attributes: { KmsMasterKeyId: '' } }),
      call('sqs:SetQueueAttributes', { queueUrl: 'q', attributes: { SqsManagedSseEnabled: 'false' } }),
      call('sns:SetTopicAttributes', { topicArn: 't', attributeName: 'KmsMasterKeyId', attributeValue: '' }),
      call('redshift:ModifyCluster', { clusterIdentifier: 'c', encrypted: false }),
    ],
    ignored: [
      call('s3:PutBucketEncryption', { bucketName: 'b' }),
      call('ec2:EnableEbsEncryptionByDefault'),
      call('sqs:SetQueueAttributes', { queueUrl: 'q', attributes: { VisibilityTimeout: '30' } }),
      call('sns:SetTopicAttributes', {
        topicArn: 't',
        attributeName: 'KmsMasterKeyId',
        attributeValue: 'alias/x',
      }),
    ],
  },
  {
    signal: 'store-without-encryption',
    reviews: [
      call(
        'rds:CreateDBInstance',
        { dBInstanceIdentifier: 'd' },
        { response: { publiclyAccessible: false, storageEncrypted: false } },
      ),
      call('ec2:CreateVolume', { encrypted: false }),
    ],
    ignored: [call('ec2:CreateVolume', { encrypted: true }), call('ec2:CreateVolume', { size: 8 })],
  },
  {
    signal: 'backup-destroyed',
    incidents: [
      call('ec2:DeregisterImage', { imageId: 'i', deleteAssociatedSnapshots: true }),
      ...calls([
        'rds:DeleteDBSnapshot',
        'rds:DeleteDBClusterSnapshot',
        'rds:DeleteDBInstanceAutomatedBackup',
        'ec2:DeleteSnapshot',
        'dynamodb:DeleteBackup',
        'redshift:DeleteClusterSnapshot',
        'backup:DeleteRecoveryPoint',
        'backup:DeleteBackupVault',
      ]),
    ],
    ignored: [
      call(
        'ec2:DeleteSnapshot',
        { snapshotId: 's' },
        { record: { userIdentity: { type: 'AssumedRole', invokedBy: 'dlm.amazonaws.com' } } },
      ),
      call('rds:CreateDBSnapshot'),
      call('backup:StartBackupJob'),
    ],
  },
  {
    signal: 'backup-protection-removed',
    incidents: [
      ...calls([
        'backup:DeleteBackupVaultLockConfiguration',
        'backup:DeleteBackupPlan',
        'backup:DeleteBackupSelection',
        'dlm:DeleteLifecyclePolicy',
        'ec2:UnlockSnapshot',
        'redshift:DisableSnapshotCopy',
      ]),
      call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', backupRetentionPeriod: 0 }),
      call(
        'rds:ModifyDBInstance',
        { dBInstanceIdentifier: 'd', backupRetentionPeriod: 6 },
        { response: { backupRetentionPeriod: 7 } },
      ),
      call('dynamodb:UpdateContinuousBackups', {
        tableName: 't',
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      }),
      call('elasticfilesystem:PutBackupPolicy', { backupPolicy: { status: 'DISABLED' } }),
    ],
    reviews: [
      call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', backupRetentionPeriod: 7 }),
      call('backup:UpdateRegionSettings', { resourceTypeOptInPreference: { RDS: false } }),
    ],
    ignored: [
      call(
        'rds:ModifyDBInstance',
        { dBInstanceIdentifier: 'd', backupRetentionPeriod: 7 },
        { response: { backupRetentionPeriod: 7 } },
      ),
      call(
        'rds:ModifyDBInstance',
        { dBInstanceIdentifier: 'd', backupRetentionPeriod: 35 },
        { response: { backupRetentionPeriod: 7 } },
      ),
      call('dynamodb:UpdateContinuousBackups', {
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      }),
      call('backup:UpdateRegionSettings', { resourceTypeOptInPreference: { RDS: true } }),
    ],
  },
  {
    signal: 'backup-setting-changed',
    reviews: calls([
      'backup:UpdateBackupPlan',
      'backup:PutBackupVaultLockConfiguration',
      'ec2:DeregisterImage',
    ]),
  },
];
