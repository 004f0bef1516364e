import { carriesAlerts } from '../event/audit-name';
import { at } from '../event/json';
import { textOf } from '../event/values';
import { done, turns, watched } from '../judge/call-judges';
import { keptTooShort } from '../judge/retention';
import { isWord } from '../judge/value-tests';
import { ignore, incident, review, worst } from '../judgement';
import { judgeRecipients } from '../policy/sharing';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** CloudWatch Logs: where records of activity are kept and searched. */
export const LOG_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'log-destroyed',
      title: 'Logs were deleted',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Find the copy in the archive, and read who else used the identity that deleted them.',
    },
    each('logs', ['DeleteLogGroup', 'DeleteLogStream'], done),
  ),
  callRow(
    {
      id: 'log-retention-shortened',
      title: 'Logs are kept for less than six years',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Set the retention back at once: what expires is gone.',
    },
    { 'logs:PutRetentionPolicy': keptTooShort('retentionInDays', 'logGroupName') },
  ),
  callRow(
    {
      id: 'log-delivery-removed',
      title: 'Logs are no longer delivered or searched',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Put the filter or delivery back, then search the logs of the gap.',
    },
    {
      ...each(
        'logs',
        [
          'DeleteSubscriptionFilter',
          'DeleteMetricFilter',
          'DeleteDestination',
          'DeleteDelivery',
          'DeleteDeliverySource',
          'DeleteDeliveryDestination',
          'DeleteLogAnomalyDetector',
          'DeleteSyslogConfiguration',
        ],
        done,
      ),
      ...each(
        'observabilityadmin',
        [
          'DeleteCentralizationRuleForOrganization',
          'DeleteTelemetryRule',
          'DeleteTelemetryRuleForOrganization',
          'DeleteTelemetryPipeline',
          'StopTelemetryEvaluation',
          'StopTelemetryEvaluationForOrganization',
        ],
        done,
      ),
      'oam:DeleteLink': watched,
    },
  ),
  callRow(
    {
      id: 'log-masking-removed',
      title: 'Logs are no longer masked for sensitive data',
      question: 'expose',
      severity: 'high',
      citations: CITES.disclosure,
      firstStep: 'Put the data protection policy back, then find out who read the logs since.',
    },
    {
      'logs:DeleteDataProtectionPolicy': done,
      'logs:DeleteAccountPolicy': (call) =>
        turns(['policyType'], isWord('DATA_PROTECTION_POLICY', 'SUBSCRIPTION_FILTER_POLICY'))(call) ??
        watched(call),
    },
  ),
  callRow(
    {
      id: 'log-diverted',
      title: 'Logs are sent to an account that is not ours',
      question: 'expose',
      severity: 'high',
      citations: CITES.disclosure,
      firstStep: 'Delete the subscription, then find out what was sent since it was made.',
    },
    {
      'logs:PutSubscriptionFilter': (call) => {
        const destination = at(call.request, 'destinationArn');
        return destination === undefined
          ? review('requestParameters.destinationArn is absent')
          : judgeRecipients(destination, 'requestParameters.destinationArn', call.accounts);
      },
    },
  ),
  callRow(
    {
      id: 'log-setting-changed',
      title: 'Filters or exports of logs were changed',
      question: 'watch',
      severity: 'low',
      citations: CITES.audit,
      firstStep: 'Compare the filter with what the configuration says.',
    },
    each(
      'logs',
      [
        'PutMetricFilter',
        'CreateExportTask',
        'PutDestination',
        'CreateDelivery',

        'UpdateLogAnomalyDetector',
      ],
      watched,
    ),
  ),
  callRow(
    {
      id: 'alert-channel-cut',
      title: 'Alerts or audit records no longer reach those who act on them',
      question: 'blind',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Put the topic, queue or subscription back, then replay what was not delivered.',
    },
    {
      'sns:Unsubscribe': (call) => cut(textOf(at(call.request, 'subscriptionArn')), call),
      'sns:DeleteTopic': (call) => cut(textOf(at(call.request, 'topicArn')), call),
      ...each('sqs', ['DeleteQueue', 'PurgeQueue'], (call) =>
        cut(textOf(at(call.request, 'queueUrl')), call),
      ),
      ...each('firehose', ['DeleteDeliveryStream'], (call) =>
        cut(textOf(at(call.request, 'deliveryStreamName')), call),
      ),
      ...each('lambda', ['DeleteFunction'], (call) =>
        stopped(textOf(at(call.request, 'functionName')), call),
      ),
      'lambda:PutFunctionConcurrency': (call) =>
        turns(['reservedConcurrentExecutions'], isWord('0'))(call)?.level === 'incident' ||
        at(call.request, 'reservedConcurrentExecutions') === 0
          ? stopped(textOf(at(call.request, 'functionName')), call)
          : undefined,
      ...each('ssm-incidents', ['DeleteResponsePlan', 'DeleteReplicationSet'], done),
      ...each('ssm-contacts', ['DeleteContact', 'DeleteContactChannel', 'DeactivateContactChannel'], done),
      ...each('account', ['DeleteAlternateContact'], watched),
    },
  ),
];

/** A channel that says it carries alerts is one; what another carried cannot be told from its name. */
function cut(name: string | undefined, call: Parameters<typeof watched>[0]): ReturnType<typeof watched> {
  return carriesAlerts(name, call.estate)
    ? worst([done(call), incident('the name says that it carries alerts or audit records')])
    : watched(call);
}

/** A function that says it answers alerts is one; another is code, which is no record. */
function stopped(name: string | undefined, call: Parameters<typeof watched>[0]): ReturnType<typeof watched> {
  return carriesAlerts(name, call.estate)
    ? watched(call)
    : ignore('the function does not say that it answers alerts');
}
