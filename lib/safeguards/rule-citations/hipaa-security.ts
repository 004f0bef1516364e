import type { CitedRules } from './cited-rules';

/**
 * The paragraphs that each rule of cdk-nag's HIPAA Security pack answers to; where this is not what cdk-nag says, `citation-differences.ts`
 * says why.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const HIPAA_SECURITY_CITATIONS: readonly CitedRules[] = [
  {
    citations: ['164.308(a)(1)(ii)(B)'],
    rules: [
      'HIPAA.Security-ElasticBeanstalkManagedUpdatesEnabled',
      'HIPAA.Security-RDSAutomaticMinorVersionUpgradeEnabled',
    ],
  },
  {
    citations: ['164.308(a)(1)(ii)(B)', '164.308(a)(7)(ii)(A)'],
    rules: ['HIPAA.Security-RedshiftClusterMaintenanceSettings'],
  },
  {
    citations: [
      '164.308(a)(3)(i)',
      '164.308(a)(3)(ii)(A)',
      '164.308(a)(3)(ii)(B)',
      '164.308(a)(4)(i)',
      '164.308(a)(4)(ii)(B)',
      '164.308(a)(4)(ii)(C)',
      '164.312(a)(1)',
    ],
    rules: [
      'HIPAA.Security-EMRKerberosEnabled',
      'HIPAA.Security-IAMGroupHasUsers',
      'HIPAA.Security-IAMNoInlinePolicy',
      'HIPAA.Security-IAMPolicyNoStatementsWithAdminAccess',
      'HIPAA.Security-IAMPolicyNoStatementsWithFullAccess',
      'HIPAA.Security-IAMUserGroupMembership',
      'HIPAA.Security-IAMUserNoPolicies',
    ],
  },
  {
    citations: [
      '164.308(a)(3)(i)',
      '164.308(a)(3)(ii)(A)',
      '164.308(a)(4)(ii)(B)',
      '164.308(a)(4)(ii)(C)',
      '164.312(a)(1)',
    ],
    rules: ['HIPAA.Security-EC2InstanceProfileAttached'],
  },
  {
    citations: ['164.308(a)(3)(i)', '164.308(a)(3)(ii)(A)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
    rules: ['HIPAA.Security-ECSTaskDefinitionUserForHostMode'],
  },
  {
    citations: [
      '164.308(a)(3)(i)',
      '164.308(a)(3)(ii)(B)',
      '164.308(a)(4)(i)',
      '164.308(a)(4)(ii)(B)',
      '164.308(a)(4)(ii)(C)',
      '164.312(a)(1)',
      '164.312(e)(1)',
    ],
    rules: ['HIPAA.Security-EC2RestrictedCommonPorts', 'HIPAA.Security-EC2RestrictedSSH'],
  },
  {
    citations: [
      '164.308(a)(3)(i)',
      '164.308(a)(3)(ii)(B)',
      '164.308(a)(4)(ii)(C)',
      '164.312(a)(1)',
      '164.312(e)(1)',
    ],
    rules: ['HIPAA.Security-AutoScalingLaunchConfigPublicIpDisabled'],
  },
  {
    citations: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
    rules: [
      'HIPAA.Security-CodeBuildProjectEnvVarAwsCred',
      'HIPAA.Security-CodeBuildProjectSourceRepoUrl',
      'HIPAA.Security-EC2IMDSv2Enabled',
    ],
  },
  {
    citations: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
    rules: [
      'HIPAA.Security-DMSReplicationNotPublic',
      'HIPAA.Security-EC2InstanceNoPublicIp',
      'HIPAA.Security-EC2InstancesInVPC',
      'HIPAA.Security-LambdaFunctionPublicAccessProhibited',
      'HIPAA.Security-LambdaInsideVPC',
      'HIPAA.Security-OpenSearchInVPCOnly',
      'HIPAA.Security-RDSInstancePublicAccess',
      'HIPAA.Security-RedshiftClusterPublicAccess',
      'HIPAA.Security-S3BucketLevelPublicAccessProhibited',
      'HIPAA.Security-S3BucketPublicReadProhibited',
      'HIPAA.Security-S3BucketPublicWriteProhibited',
      'HIPAA.Security-SageMakerNotebookNoDirectInternetAccess',
      'HIPAA.Security-VPCSubnetAutoAssignPublicIpDisabled',
    ],
  },
  {
    citations: ['164.308(a)(3)(ii)(A)', '164.308(a)(5)(ii)(C)', '164.312(b)'],
    rules: ['HIPAA.Security-RDSLoggingEnabled'],
  },
  {
    citations: ['164.308(a)(3)(ii)(A)', '164.312(b)'],
    rules: [
      'HIPAA.Security-CloudTrailCloudWatchLogsEnabled',
      'HIPAA.Security-OpenSearchErrorLogsToCloudWatch',
      'HIPAA.Security-S3BucketLoggingEnabled',
      'HIPAA.Security-VPCFlowLogsEnabled',
    ],
  },
  { citations: ['164.308(a)(4)(ii)(B)'], rules: ['HIPAA.Security-SecretsManagerRotationEnabled'] },
  { citations: ['164.308(a)(7)(i)'], rules: ['HIPAA.Security-EC2EBSOptimizedInstance'] },
  {
    citations: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
    rules: [
      'HIPAA.Security-DynamoDBInBackupPlan',
      'HIPAA.Security-DynamoDBPITREnabled',
      'HIPAA.Security-EC2EBSInBackupPlan',
      'HIPAA.Security-EFSInBackupPlan',
      'HIPAA.Security-ElastiCacheRedisClusterAutomaticBackup',
      'HIPAA.Security-RDSInBackupPlan',
      'HIPAA.Security-RDSInstanceBackupEnabled',
      'HIPAA.Security-RedshiftBackupEnabled',
      'HIPAA.Security-S3BucketReplicationEnabled',
    ],
  },
  {
    citations: [
      '164.308(a)(7)(i)',
      '164.308(a)(7)(ii)(A)',
      '164.308(a)(7)(ii)(B)',
      '164.312(c)(1)',
      '164.312(c)(2)',
    ],
    rules: ['HIPAA.Security-S3BucketVersioningEnabled'],
  },
  {
    citations: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
    rules: [
      'HIPAA.Security-DynamoDBAutoScalingEnabled',
      'HIPAA.Security-ELBCrossZoneLoadBalancingEnabled',
      'HIPAA.Security-ELBDeletionProtectionEnabled',
      'HIPAA.Security-RDSInstanceDeletionProtectionEnabled',
      'HIPAA.Security-RDSMultiAZSupport',
    ],
  },
  {
    citations: ['164.312(a)(2)(iv)', '164.312(b)', '164.312(e)(2)(ii)'],
    rules: ['HIPAA.Security-RedshiftClusterConfiguration'],
  },
  {
    citations: [
      '164.312(a)(2)(iv)',
      '164.312(c)(2)',
      '164.312(e)(1)',
      '164.312(e)(2)(i)',
      '164.312(e)(2)(ii)',
    ],
    rules: ['HIPAA.Security-S3BucketSSLRequestsOnly'],
  },
  {
    citations: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
    rules: [
      'HIPAA.Security-ALBHttpDropInvalidHeaderEnabled',
      'HIPAA.Security-ALBHttpToHttpsRedirection',
      'HIPAA.Security-APIGWSSLEnabled',
      'HIPAA.Security-ELBACMCertificateRequired',
      'HIPAA.Security-ELBTlsHttpsListenersOnly',
      'HIPAA.Security-OpenSearchNodeToNodeEncryption',
      'HIPAA.Security-RedshiftRequireTlsSSL',
    ],
  },
  {
    citations: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
    rules: [
      'HIPAA.Security-APIGWCacheEnabledAndEncrypted',
      'HIPAA.Security-CloudTrailEncryptionEnabled',
      'HIPAA.Security-CloudWatchLogGroupEncrypted',
      'HIPAA.Security-EFSEncrypted',
      'HIPAA.Security-ELBv2ACMCertificateRequired',
      'HIPAA.Security-OpenSearchEncryptedAtRest',
      'HIPAA.Security-RDSStorageEncrypted',
      'HIPAA.Security-S3DefaultEncryptionKMS',
      'HIPAA.Security-SNSEncryptedKMS',
      'HIPAA.Security-SageMakerEndpointConfigurationKMSKeyConfigured',
      'HIPAA.Security-SageMakerNotebookInstanceKMSKeyConfigured',
      'HIPAA.Security-SecretsManagerUsingKMSKey',
    ],
  },
  {
    citations: ['164.312(b)'],
    rules: [
      'HIPAA.Security-APIGWExecutionLoggingEnabled',
      'HIPAA.Security-APIGWXrayEnabled',
      'HIPAA.Security-AutoScalingGroupELBHealthCheckRequired',
      'HIPAA.Security-CloudWatchAlarmAction',
      'HIPAA.Security-CloudWatchLogGroupRetentionPeriod',
      'HIPAA.Security-EC2InstanceDetailedMonitoringEnabled',
      'HIPAA.Security-ELBLoggingEnabled',
      'HIPAA.Security-ElasticBeanstalkEnhancedHealthReportingEnabled',
      'HIPAA.Security-LambdaConcurrency',
      'HIPAA.Security-LambdaDLQ',
      'HIPAA.Security-RDSEnhancedMonitoringEnabled',
      'HIPAA.Security-WAFv2LoggingEnabled',
    ],
  },
  {
    citations: ['164.312(c)(1)', '164.312(c)(2)'],
    rules: ['HIPAA.Security-CloudTrailLogFileValidationEnabled'],
  },
  {
    citations: ['164.312(e)(1)'],
    rules: [
      'HIPAA.Security-RedshiftEnhancedVPCRoutingEnabled',
      'HIPAA.Security-VPCDefaultSecurityGroupClosed',
      'HIPAA.Security-VPCNoUnrestrictedRouteToIGW',
    ],
  },
];
