import type { ApiCall } from '../event/api-call';
import { at, firstAt, has } from '../event/json';
import { flagOf, isNothing, listOf, textOf, textsIn } from '../event/values';
import { type CallJudge, done, turns } from '../judge/call-judges';
import { patchOperationsOf } from '../judge/patch-operations';
import { isEmpty, isFalse, isGiven, isWord } from '../judge/value-tests';
import { anyOf, ignore, incident, type Judgement, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** A setting in a list of key and value, as load balancers have them. */
function attributeIs(key: string, value: string): CallJudge {
  return (call) => {
    const found = listOf(at(call.request, 'attributes')).find((entry) => textOf(at(entry, 'key')) === key);
    if (found === undefined) {
      return undefined;
    }
    return String(firstAt(found, ['value'])).toLowerCase() === value
      ? incident(`requestParameters.attributes: ${key} is ${value}`)
      : ignore(`requestParameters.attributes: ${key} is not of concern`);
  };
}

/** A log of a cluster or domain that is listed by type with a switch. */
function switchedOffIn(path: string, ...types: readonly string[]): CallJudge {
  return (call) => {
    const held = at(call.request, path);
    const holders = types.length === 0 ? listOf(held) : types.map((type) => at(held, type));
    return holders.some((holder) => flagOf(at(holder, 'enabled')) === false)
      ? incident(`requestParameters.${path}: enabled is false`)
      : undefined;
  };
}

/** API Gateway changes settings by operations on paths. */
function stagePatched(call: ApiCall): Judgement | undefined {
  const operations = patchOperationsOf(call);
  if (
    operations.some(
      ({ path, removes, value }) => path.startsWith('/accessLogSettings') && (removes || value === ''),
    )
  ) {
    return incident('requestParameters.patchOperations: /accessLogSettings is removed');
  }
  return operations.some(({ path, value }) => path.endsWith('/logging/loglevel') && value === 'off')
    ? incident('requestParameters.patchOperations: /logging/loglevel is OFF')
    : undefined;
}

/** Amazon MSK can log to three places: none of them is an incident. */
function brokerLogging(call: ApiCall): Judgement | undefined {
  const logs = at(call.request, 'loggingInfo.brokerLogs');
  const on = ['cloudWatchLogs', 'firehose', 's3'].some(
    (place) => flagOf(at(logs, `${place}.enabled`)) === true,
  );
  return logs === undefined || on
    ? undefined
    : incident('requestParameters.loggingInfo.brokerLogs is enabled nowhere');
}

/** Server access logging of a bucket: an empty status switches it off. */
function bucketLogging(call: ApiCall): Judgement {
  if (!has(call.request, 'BucketLoggingStatus')) {
    return review('requestParameters.BucketLoggingStatus is absent');
  }
  const target = textOf(at(call.request, 'BucketLoggingStatus.LoggingEnabled.TargetBucket'));
  return isNothing(at(call.request, 'BucketLoggingStatus.LoggingEnabled'))
    ? incident('requestParameters.BucketLoggingStatus is empty')
    : target === undefined
      ? review('requestParameters.BucketLoggingStatus.LoggingEnabled.TargetBucket is absent')
      : ignore('requestParameters.BucketLoggingStatus.LoggingEnabled is set');
}

/** EKS lists log types under a switch. */
function clusterLogging(call: ApiCall): Judgement | undefined {
  const off = listOf(at(call.request, 'logging.clusterLogging')).find(
    (entry) => flagOf(at(entry, 'enabled')) === false,
  );
  return off === undefined || textsIn(at(off, 'types')).length === 0
    ? undefined
    : incident('requestParameters.logging.clusterLogging: enabled is false');
}

/** Logs that services write of what passes them. */
export const LOG_SETTING_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'flow-log-stopped',
      title: 'The record of network traffic or of name resolution was stopped',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Create the log anew, then look at what the network did since.',
    },
    {
      'ec2:DeleteFlowLogs': done,
      ...each(
        'route53resolver',
        ['DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig'],
        done,
      ),
      'route53:DeleteQueryLoggingConfig': done,
      'globalaccelerator:UpdateAcceleratorAttributes': turns(['flowLogsEnabled'], isFalse),
      'ec2:ModifyClientVpnEndpoint': turns(['connectionLogOptions.enabled'], isFalse),
      'networkmonitor:DeleteMonitor': done,
    },
  ),
  callRow(
    {
      id: 'access-log-stopped',
      title: 'A service no longer records who used it',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Switch the log on again, and reconstruct the gap from CloudTrail.',
    },
    {
      's3:PutBucketLogging': bucketLogging,
      'elasticloadbalancing:ModifyLoadBalancerAttributes': anyOf(
        attributeIs('access_logs.s3.enabled', 'false'),
        attributeIs('connection_logs.s3.enabled', 'false'),
        turns(['loadBalancerAttributes.accessLog.enabled'], isFalse),
      ),
      'redshift:DisableLogging': done,
      ...each('wafv2', ['DeleteLoggingConfiguration'], done),
      ...each('waf', ['DeleteLoggingConfiguration'], done),
      'network-firewall:UpdateLoggingConfiguration': turns(
        ['loggingConfiguration.logDestinationConfigs'],
        isEmpty,
      ),
      'apigateway:UpdateStage': anyOf(stagePatched, turns(['accessLogSettings'], isEmpty)),
      'apigateway:DeleteAccessLogSettings': done,
      'cloudfront:DeleteRealtimeLogConfig': done,
      'eks:UpdateClusterConfig': clusterLogging,
      ...each(
        'es',
        ['UpdateDomainConfig', 'UpdateElasticsearchDomainConfig'],
        switchedOffIn('logPublishingOptions', 'AUDIT_LOGS', 'ES_APPLICATION_LOGS'),
      ),
      ...each(
        'elasticache',
        ['ModifyReplicationGroup', 'ModifyCacheCluster'],
        switchedOffIn('logDeliveryConfigurations'),
      ),
      'bedrock:DeleteModelInvocationLoggingConfiguration': done,
      'kafka:UpdateMonitoring': brokerLogging,
      'cognito-idp:SetLogDeliveryConfiguration': turns(['logConfigurations'], isEmpty),
      'redshift-serverless:UpdateNamespace': turns(['logExports'], isEmpty),
      'fsx:UpdateFileSystem': turns(
        ['windowsConfiguration.auditLogConfiguration.fileAccessAuditLogLevel'],
        isWord('DISABLED'),
      ),
      'ec2:ModifyVerifiedAccessInstanceLoggingConfiguration': anyOf(
        turns(['accessLogs.s3.enabled'], isFalse),
        turns(['accessLogs.cloudWatchLogs.enabled'], isFalse),
      ),
      'mq:UpdateBroker': turns(['logs.audit'], isFalse),
      'transfer:UpdateServer': turns(['loggingRole'], isEmpty),
      'states:UpdateStateMachine': turns(['loggingConfiguration.level'], isWord('OFF')),
      'vpc-lattice:DeleteAccessLogSubscription': done,
    },
  ),
  callRow(
    {
      id: 'activity-stream-stopped',
      title: 'A database no longer streams what is done in it',
      question: 'blind',
      severity: 'critical',
      citations: CITES.audit,
      firstStep: 'Start the activity stream again, and read the database logs of the gap.',
    },
    { 'rds:StopActivityStream': done },
  ),
  callRow(
    {
      id: 'database-log-removed',
      title: 'A database no longer exports its logs',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Export the log types again, and download the logs that are still on the instance.',
    },
    each(
      'rds',
      ['ModifyDBInstance', 'ModifyDBCluster'],
      turns(['cloudwatchLogsExportConfiguration.disableLogTypes'], isGiven),
    ),
  ),
];
