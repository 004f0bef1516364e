import { call, calls, OWN, STRANGER } from '../events';
import type { SignalCases } from './table';

const selector = (fields: object = {}): object => ({
  eventSelectors: [
    {
      includeManagementEvents: true,
      readWriteType: 'All',
      dataResources: [],
      excludeManagementEventSources: [],
      ...fields,
    },
  ],
});

const advanced = (...fieldSelectors: object[]): object => ({
  advancedEventSelectors: [{ name: 'one', fieldSelectors }],
});

/** The record of activity: trails, recorders, detectors, logs, alarms. */
export const AUDIT_CASES: readonly SignalCases[] = [
  {
    signal: 'cloudtrail-stopped',
    incidents: calls(['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'], { name: 'example' }),
    ignored: calls(['cloudtrail:StartLogging', 'cloudtrail:AddTags'], { name: 'example' }),
  },
  {
    signal: 'cloudtrail-narrowed',
    incidents: [
      call('cloudtrail:UpdateTrail', { name: 't', isMultiRegionTrail: false }),
      call('cloudtrail:UpdateTrail', { name: 't', includeGlobalServiceEvents: false }),
      call('cloudtrail:UpdateTrail', { name: 't', enableLogFileValidation: false }),
      call('cloudtrail:UpdateTrail', { name: 't', isOrganizationTrail: 'false' }),
      call('cloudtrail:UpdateTrail', { name: 't', kmsKeyId: '' }),
      call('cloudtrail:UpdateTrail', { name: 't', cloudWatchLogsLogGroupArn: '' }),
    ],
    reviews: [call('cloudtrail:UpdateTrail', null)],
  },
  {
    signal: 'cloudtrail-diverted',
    incidents: [
      call('cloudtrail:UpdateTrail', { name: 't', s3BucketName: 'unrelated-bucket' }),
      call('cloudtrail:UpdateTrail', { name: 't', s3BucketName: `aws-cloudtrail-logs-${STRANGER}` }),
    ],
    reviews: [
      call('cloudtrail:UpdateTrail', { name: 't', s3BucketName: 'example-logs' }),
      call('cloudtrail:UpdateTrail', { name: 't', s3BucketName: `aws-cloudtrail-logs-${OWN}` }),
    ],
  },
  {
    signal: 'cloudtrail-changed',
    reviews: [
      call('cloudtrail:CreateTrail', { name: 't', s3BucketName: 'b' }),
      call('cloudtrail:UpdateTrail', { name: 't', isMultiRegionTrail: true, enableLogFileValidation: true }),
    ],
  },
  {
    signal: 'cloudtrail-selectors-shrunk',
    incidents: [
      call('cloudtrail:PutEventSelectors', selector({ includeManagementEvents: false })),
      call('cloudtrail:PutEventSelectors', selector({ readWriteType: 'ReadOnly' })),
      call('cloudtrail:PutEventSelectors', selector({ readWriteType: 'WriteOnly' })),
      call(
        'cloudtrail:PutEventSelectors',
        selector({ excludeManagementEventSources: ['kms.amazonaws.com'] }),
      ),
      call('cloudtrail:PutEventSelectors', { eventSelectors: [] }),
      call('cloudtrail:PutEventSelectors', advanced({ field: 'eventCategory', equals: ['Data'] })),
      call(
        'cloudtrail:PutEventSelectors',
        advanced({ field: 'eventCategory', equals: ['Management'] }, { field: 'readOnly', equals: ['true'] }),
      ),
    ],
    reviews: [
      call('cloudtrail:PutEventSelectors', {
        eventSelectors: [
          { includeManagementEvents: true, readWriteType: 'All' },
          { includeManagementEvents: false, readWriteType: 'WriteOnly' },
        ],
      }),
      call('cloudtrail:PutEventSelectors', selector()),
      call('cloudtrail:PutEventSelectors', advanced({ field: 'eventCategory', equals: ['Management'] })),
      call('cloudtrail:PutEventSelectors', { trailName: 't' }),
    ],
    ignored: [
      call(
        'cloudtrail:PutEventSelectors',
        selector({ dataResources: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }] }),
      ),
    ],
  },
  {
    signal: 'cloudtrail-insights-off',
    incidents: [call('cloudtrail:PutInsightSelectors', { trailName: 't', insightSelectors: [] })],
    reviews: [
      call('cloudtrail:PutInsightSelectors', { insightSelectors: [{ insightType: 'ApiCallRateInsight' }] }),
      call('cloudtrail:PutInsightSelectors', {}),
    ],
    ignored: [
      call('cloudtrail:PutInsightSelectors', {
        insightSelectors: [{ insightType: 'ApiCallRateInsight' }, { insightType: 'ApiErrorRateInsight' }],
      }),
    ],
  },
  {
    signal: 'event-data-store-destroyed',
    incidents: calls(['cloudtrail:DeleteEventDataStore', 'cloudtrail:StopEventDataStoreIngestion'], {
      eventDataStore: 'arn',
    }),
    ignored: calls(['cloudtrail:RestoreEventDataStore', 'cloudtrail:StartEventDataStoreIngestion'], {
      eventDataStore: 'arn',
    }),
  },
  {
    signal: 'event-data-store-weakened',
    incidents: [
      call('cloudtrail:UpdateEventDataStore', { eventDataStore: 'x', terminationProtectionEnabled: false }),
      call('cloudtrail:UpdateEventDataStore', { eventDataStore: 'x', multiRegionEnabled: false }),
      call('cloudtrail:UpdateEventDataStore', { eventDataStore: 'x', organizationEnabled: false }),
      call('cloudtrail:UpdateEventDataStore', { eventDataStore: 'x', retentionPeriod: 2191 }),
    ],
    ignored: [
      call('cloudtrail:UpdateEventDataStore', { eventDataStore: 'x', retentionPeriod: 2192 }),
      call('cloudtrail:UpdateEventDataStore', { eventDataStore: 'x', terminationProtectionEnabled: true }),
    ],
  },
  {
    signal: 'config-recorder-stopped',
    incidents: calls([
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationRecorder',
      'config:DeleteDeliveryChannel',
    ]),
    ignored: calls(['config:StartConfigurationRecorder', 'config:PutConfigRule']),
  },
  {
    signal: 'config-recorder-narrowed',
    incidents: [
      call('config:PutConfigurationRecorder', {
        configurationRecorder: {
          name: 'default',
          recordingGroup: { allSupported: false, resourceTypes: [] },
        },
      }),
      call('config:PutConfigurationRecorder', {
        configurationRecorder: {
          recordingGroup: { recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' } },
        },
      }),
    ],
    reviews: [
      call('config:PutConfigurationRecorder', {
        configurationRecorder: { recordingGroup: { allSupported: true, includeGlobalResourceTypes: false } },
      }),
      call('config:PutConfigurationRecorder', { configurationRecorder: { name: 'default' } }),
      call('config:PutConfigurationRecorder', null),
    ],
    ignored: [
      call('config:PutConfigurationRecorder', {
        configurationRecorder: { recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } },
      }),
    ],
  },
  {
    signal: 'config-delivery-changed',
    incidents: [
      call('config:PutDeliveryChannel', { deliveryChannel: { s3BucketName: `config-bucket-${STRANGER}` } }),
    ],
    reviews: [
      call('config:PutDeliveryChannel', { deliveryChannel: { s3BucketName: `config-bucket-${OWN}` } }),
      call('config:PutDeliveryChannel', { deliveryChannel: { s3BucketName: 'elsewhere' } }),
    ],
  },
  {
    signal: 'config-retention-shortened',
    incidents: [call('config:PutRetentionConfiguration', { retentionPeriodInDays: 2191 })],
    reviews: [call('config:PutRetentionConfiguration', {})],
    ignored: [call('config:PutRetentionConfiguration', { retentionPeriodInDays: 2192 })],
  },
  {
    signal: 'config-rule-removed',
    incidents: calls([
      'config:DeleteConfigRule',
      'config:DeleteConformancePack',
      'config:DeleteConfigurationAggregator',
    ]),
    ignored: [
      call(
        'config:DeleteConfigRule',
        {},
        { record: { userIdentity: { type: 'AssumedRole', invokedBy: 'securityhub.amazonaws.com' } } },
      ),
    ],
  },
  {
    signal: 'config-results-removed',
    reviews: calls(['config:DeleteEvaluationResults', 'config:DeleteRemediationConfiguration']),
  },
  {
    signal: 'detector-disabled',
    incidents: calls([
      'auditmanager:DeregisterAccount',
      'guardduty:DeleteDetector',
      'guardduty:DisassociateFromAdministratorAccount',
      'guardduty:StopMonitoringMembers',
      'securityhub:DisableSecurityHub',
      'securityhub:BatchDisableStandards',
      'macie2:DisableMacie',
      'macie:DisableMacie',
      'access-analyzer:DeleteAnalyzer',
      'inspector2:Disable',
      'detective:DeleteGraph',
      'securitylake:DeleteDataLake',
    ]),
    ignored: calls([
      'guardduty:CreateDetector',
      'securityhub:EnableSecurityHub',
      'macie2:EnableMacie',
      'access-analyzer:CreateAnalyzer',
      'guardduty:DeleteInvitations',
    ]),
  },
  {
    signal: 'detector-weakened',
    incidents: [
      call('guardduty:UpdateDetector', { detectorId: 'd', enable: false }),
      call('guardduty:UpdateDetector', { detectorId: 'd', dataSources: { s3Logs: { enable: false } } }),
      call('guardduty:UpdateDetector', {
        detectorId: 'd',
        features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }],
      }),
      call('guardduty:UpdateMemberDetectors', {
        features: [{ name: 'RDS_LOGIN_EVENTS', status: 'DISABLED' }],
      }),
      call('guardduty:UpdateOrganizationConfiguration', { autoEnableOrganizationMembers: 'NONE' }),
      call('guardduty:DeletePublishingDestination', { destinationId: 'x' }),
      call('guardduty:UpdateThreatIntelSet', { activate: false }),
      call('macie2:UpdateMacieSession', { status: 'PAUSED' }),
      call('macie2:UpdateAutomatedDiscoveryConfiguration', { status: 'DISABLED' }),
      call('securityhub:UpdateStandardsControl', { controlStatus: 'DISABLED' }),
      call('securityhub:UpdateSecurityHubConfiguration', { autoEnableControls: false }),
      call('macie2:BatchUpdateAutomatedDiscoveryAccounts', {
        accounts: [{ accountId: OWN, status: 'DISABLED' }],
      }),
      call('securityhub:BatchUpdateStandardsControlAssociations', {
        standardsControlAssociationUpdates: [{ associationStatus: 'DISABLED' }],
      }),
    ],
    ignored: [
      call('guardduty:UpdateDetector', { detectorId: 'd', enable: true }),
      call('guardduty:UpdateDetector', {
        detectorId: 'd',
        features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }],
      }),
      call('macie2:UpdateMacieSession', { status: 'ENABLED' }),
      call('guardduty:UpdateThreatIntelSet', { activate: true }),
    ],
  },
  {
    signal: 'findings-suppressed',
    incidents: [
      call('guardduty:CreateFilter', { name: 'f', action: 'ARCHIVE' }),
      call('guardduty:UpdateFilter', { filterName: 'f', action: 'ARCHIVE' }),
      call('guardduty:CreateIPSet', { activate: true }),
      call('macie2:CreateFindingsFilter', { action: 'ARCHIVE' }),
      call('inspector2:CreateFilter', { action: 'SUPPRESS' }),
      call('access-analyzer:CreateArchiveRule', { ruleName: 'r' }),
      call('securityhub:CreateAutomationRule', {
        actions: [{ findingFieldsUpdate: { workflow: { status: 'SUPPRESSED' } } }],
      }),
    ],
    ignored: [
      call('guardduty:CreateFilter', { name: 'f', action: 'NOOP' }),
      call('macie2:CreateFindingsFilter', { action: 'NOOP' }),
    ],
  },
  {
    signal: 'findings-handled',
    reviews: [
      call('guardduty:ArchiveFindings', { findingIds: ['a'] }),
      call('guardduty:UpdateDetector', { detectorId: 'd', findingPublishingFrequency: 'SIX_HOURS' }),
      call('macie2:UpdateMacieSession', { findingPublishingFrequency: 'SIX_HOURS' }),
      call('securityhub:BatchUpdateFindings', { workflow: { status: 'SUPPRESSED' } }),
      call('access-analyzer:UpdateFindings', { status: 'ARCHIVED' }),
      call('guardduty:CreateIPSet', { activate: false }),
    ],
    ignored: [
      call('guardduty:UpdateDetector', { detectorId: 'd', findingPublishingFrequency: 'FIFTEEN_MINUTES' }),
      call('securityhub:BatchUpdateFindings', { workflow: { status: 'NOTIFIED' } }),
    ],
  },
  {
    signal: 'log-destroyed',
    incidents: [
      call('logs:DeleteLogGroup', { logGroupName: '/app' }),
      call('logs:DeleteLogStream', { logGroupName: '/app', logStreamName: 's' }),
    ],
    ignored: calls(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DeleteRetentionPolicy'], {
      logGroupName: '/app',
    }),
  },
  {
    signal: 'log-retention-shortened',
    incidents: [
      call('logs:PutRetentionPolicy', { logGroupName: 'aws-cloudtrail-logs', retentionInDays: 2191 }),
      call('logs:PutRetentionPolicy', { logGroupName: '/vpc/flow-logs', retentionInDays: '30' }),
    ],
    reviews: [
      call('logs:PutRetentionPolicy', { logGroupName: '/aws/lambda/example', retentionInDays: 14 }),
      call('logs:PutRetentionPolicy', { logGroupName: 'aws-cloudtrail-logs' }),
    ],
    ignored: [
      call('logs:PutRetentionPolicy', { logGroupName: 'aws-cloudtrail-logs', retentionInDays: 2192 }),
    ],
  },
  {
    signal: 'log-delivery-removed',
    incidents: calls(
      [
        'logs:DeleteSubscriptionFilter',
        'logs:DeleteMetricFilter',
        'logs:DeleteDestination',
        'logs:DeleteDelivery',
      ],
      { logGroupName: 'x' },
    ),
    ignored: calls(['logs:DeleteQueryDefinition', 'logs:TagLogGroup']),
  },
  {
    signal: 'log-masking-removed',
    incidents: [
      call('logs:DeleteDataProtectionPolicy', { logGroupIdentifier: 'x' }),
      call('logs:DeleteAccountPolicy', { policyType: 'DATA_PROTECTION_POLICY' }),
    ],
    reviews: [call('logs:DeleteAccountPolicy', {})],
    ignored: [
      call('logs:PutDataProtectionPolicy', { logGroupIdentifier: 'x' }),
      call('logs:DeleteAccountPolicy', { policyType: 'FIELD_INDEX_POLICY' }),
    ],
  },
  {
    signal: 'log-diverted',
    incidents: [
      call('logs:PutSubscriptionFilter', {
        destinationArn: `arn:aws:logs:us-east-1:${STRANGER}:destination:x`,
      }),
    ],
    reviews: [call('logs:PutSubscriptionFilter', {})],
    ignored: [
      call('logs:PutSubscriptionFilter', { destinationArn: `arn:aws:lambda:us-east-1:${OWN}:function:x` }),
    ],
  },
  { signal: 'log-setting-changed', reviews: calls(['logs:PutMetricFilter', 'logs:CreateExportTask']) },
  {
    signal: 'alert-channel-cut',
    incidents: [
      call('sns:DeleteTopic', { topicArn: `arn:aws:sns:us-east-1:${OWN}:security-alerts` }),
      call('sns:Unsubscribe', {
        subscriptionArn: `arn:aws:sns:us-east-1:${OWN}:security-alerts:00000000-0000-4000-8000-000000000009`,
      }),
      call('sqs:DeleteQueue', { queueUrl: `https://sqs.us-east-1.amazonaws.com/${OWN}/incident-intake` }),
      call('sqs:PurgeQueue', { queueUrl: `https://sqs.us-east-1.amazonaws.com/${OWN}/incident-intake` }),
      call('firehose:DeleteDeliveryStream', { deliveryStreamName: 'cloudtrail-to-siem' }),
    ],
    reviews: [
      call('sns:DeleteTopic', { topicArn: `arn:aws:sns:us-east-1:${OWN}:orders` }),
      call('sqs:PurgeQueue', { queueUrl: `https://sqs.us-east-1.amazonaws.com/${OWN}/orders` }),
      call('lambda:DeleteFunction', { functionName: 'incident-intake' }),
      call('lambda:PutFunctionConcurrency', {
        functionName: 'incident-intake',
        reservedConcurrentExecutions: 0,
      }),
    ],
    ignored: [
      call('lambda:DeleteFunction', { functionName: 'orders' }),
      call('lambda:PutFunctionConcurrency', {
        functionName: 'incident-intake',
        reservedConcurrentExecutions: 5,
      }),
      call('sns:Publish', { topicArn: 'x' }),
    ],
  },
  {
    signal: 'alarm-silenced',
    incidents: [
      call('monitoring:DeleteAlarms', { alarmNames: ['cis-root-usage'] }),
      call('monitoring:DeleteAlarms', { alarmNames: ['example'] }),
      call('monitoring:DeleteAlarms', { alarmNames: ['HighCPU', 'UnauthorizedCalls'] }),
      call('monitoring:DisableAlarmActions', { alarmNames: ['example'] }),
      call('monitoring:PutMetricAlarm', { alarmName: 'example', actionsEnabled: false }),
    ],
    reviews: [
      call('monitoring:DeleteAlarms', { alarmNames: ['TargetTracking-table/x-AlarmHigh'] }),
      call('monitoring:DeleteAlarms', { alarmNames: ['HighCPU'] }),
    ],
    ignored: [
      call('monitoring:EnableAlarmActions', { alarmNames: ['example'] }),
      call('monitoring:PutMetricAlarm', { alarmName: 'example', actionsEnabled: true }),
      call(
        'monitoring:DeleteAlarms',
        { alarmNames: ['x'] },
        { record: { userIdentity: { type: 'AssumedRole', invokedBy: 'autoscaling.amazonaws.com' } } },
      ),
    ],
  },
  { signal: 'alarm-changed', reviews: calls(['monitoring:SetAlarmState', 'monitoring:DeleteInsightRules']) },
  {
    signal: 'event-route-cut',
    incidents: [
      call('events:DisableRule', { name: 'guardduty-to-intake' }),
      call('events:DeleteRule', { name: 'guardduty-to-intake' }),
      call('events:RemoveTargets', { rule: 'guardduty-to-intake', ids: ['1'] }),
      call('events:PutRule', { name: 'guardduty-to-intake', eventPattern: '{}', state: 'DISABLED' }),
      call('events:DeleteEventBus', { name: 'x' }),
    ],
    reviews: [call('events:DisableRule', { name: 'nightly-report' })],
    ignored: [
      call('events:EnableRule', { name: 'guardduty-to-intake' }),
      call('events:PutRule', { name: 'guardduty-to-intake', state: 'ENABLED' }),
      call('events:PutRule', { name: 'x', scheduleExpression: 'rate(1 day)', state: 'DISABLED' }),
    ],
  },
  { signal: 'event-route-changed', reviews: calls(['pipes:StopPipe', 'events:UpdateArchive']) },
  {
    signal: 'flow-log-stopped',
    incidents: [
      call('ec2:DeleteFlowLogs', {
        DeleteFlowLogsRequest: { FlowLogId: { content: 'fl-00000000', tag: 1 } },
      }),
      ...calls([
        'route53resolver:DeleteResolverQueryLogConfig',
        'route53resolver:DisassociateResolverQueryLogConfig',
        'route53:DeleteQueryLoggingConfig',
      ]),
      call('globalaccelerator:UpdateAcceleratorAttributes', { flowLogsEnabled: false }),
    ],
    ignored: [
      call('ec2:CreateFlowLogs'),
      call('globalaccelerator:UpdateAcceleratorAttributes', { flowLogsEnabled: true }),
    ],
  },
  {
    signal: 'access-log-stopped',
    incidents: [
      call('s3:PutBucketLogging', {
        bucketName: 'b',
        BucketLoggingStatus: { xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/' },
      }),
      call('s3:PutBucketLogging', { bucketName: 'b', BucketLoggingStatus: '' }),
      call('elasticloadbalancing:ModifyLoadBalancerAttributes', {
        attributes: [{ key: 'access_logs.s3.enabled', value: 'false' }],
      }),
      call('elasticloadbalancing:ModifyLoadBalancerAttributes', {
        loadBalancerAttributes: { accessLog: { enabled: false } },
      }),
      call('redshift:DisableLogging', { clusterIdentifier: 'c' }),
      call('wafv2:DeleteLoggingConfiguration', { resourceArn: 'x' }),
      call('apigateway:UpdateStage', { patchOperations: [{ op: 'remove', path: '/accessLogSettings' }] }),
      call('eks:UpdateClusterConfig', {
        name: 'c',
        logging: { clusterLogging: [{ types: ['audit'], enabled: false }] },
      }),
      call('es:UpdateDomainConfig', {
        domainName: 'd',
        logPublishingOptions: { AUDIT_LOGS: { enabled: false } },
      }),
      call('bedrock:DeleteModelInvocationLoggingConfiguration'),
      call('apigateway:UpdateStage', {
        updateStageInput: {
          patchOperations: [{ op: 'replace', path: '/*/*/logging/loglevel', value: 'OFF' }],
        },
      }),
      call('kafka:UpdateMonitoring', { loggingInfo: { brokerLogs: { s3: { enabled: false } } } }),
      call('cognito-idp:SetLogDeliveryConfiguration', { userPoolId: 'p', logConfigurations: [] }),
      call('fsx:UpdateFileSystem', {
        windowsConfiguration: { auditLogConfiguration: { fileAccessAuditLogLevel: 'DISABLED' } },
      }),
      call('network-firewall:UpdateLoggingConfiguration', {
        loggingConfiguration: { logDestinationConfigs: [] },
      }),
    ],
    reviews: [call('s3:PutBucketLogging', { bucketName: 'b' })],
    ignored: [
      call('s3:PutBucketLogging', {
        bucketName: 'b',
        BucketLoggingStatus: { LoggingEnabled: { TargetBucket: 'logs' } },
      }),
      call('elasticloadbalancing:ModifyLoadBalancerAttributes', {
        attributes: [{ key: 'access_logs.s3.enabled', value: 'true' }],
      }),
      call('elasticloadbalancing:ModifyLoadBalancerAttributes', {
        attributes: [{ key: 'idle_timeout.timeout_seconds', value: '60' }],
      }),
      call('eks:UpdateClusterConfig', {
        name: 'c',
        logging: { clusterLogging: [{ types: ['audit'], enabled: true }] },
      }),
      call('wafv2:PutLoggingConfiguration', {}),
      call('kafka:UpdateMonitoring', {
        loggingInfo: { brokerLogs: { s3: { enabled: true }, firehose: { enabled: false } } },
      }),
      call('apigateway:UpdateStage', {
        patchOperations: [{ op: 'replace', path: '/description', value: 'x' }],
      }),
    ],
  },
  {
    signal: 'activity-stream-stopped',
    incidents: calls(['rds:StopActivityStream'], { resourceArn: 'x' }),
    ignored: calls(['rds:StartActivityStream'], { resourceArn: 'x' }),
  },
  {
    signal: 'database-log-removed',
    incidents: [
      call('rds:ModifyDBInstance', {
        dBInstanceIdentifier: 'd',
        cloudwatchLogsExportConfiguration: { disableLogTypes: ['postgresql'] },
      }),
      call('rds:ModifyDBCluster', {
        dBClusterIdentifier: 'd',
        cloudwatchLogsExportConfiguration: { disableLogTypes: ['audit'] },
      }),
    ],
    ignored: [
      call('rds:ModifyDBInstance', {
        dBInstanceIdentifier: 'd',
        cloudwatchLogsExportConfiguration: { enableLogTypes: ['postgresql'], disableLogTypes: [] },
      }),
    ],
  },
];
