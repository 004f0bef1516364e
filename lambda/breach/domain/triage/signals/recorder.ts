import { at } from '../event/json';
import { done, exceptRoutineOf, turns, turnsToReview, watched } from '../judge/call-judges';
import { divertedTo, keptTooShort } from '../judge/retention';
import { isFalse, isWord } from '../judge/value-tests';
import { anyOf } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Services that add and remove Config rules of their own. */
const RULE_OWNERS = [
  'config-conforms',
  'config-multiaccountsetup',
  'securityhub',
  'controltower',
  'fms',
  'backup',
  'auditmanager',
];

/** AWS Config: the record of how resources were set up. */
export const RECORDER_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'config-recorder-stopped',
      title: 'The record of configurations was stopped, or is no longer delivered',
      question: 'blind',
      severity: 'critical',
      citations: CITES.audit,
      firstStep: 'Start the recorder and put its delivery channel back.',
    },
    each(
      'config',
      [
        'StopConfigurationRecorder',
        'DeleteConfigurationRecorder',
        'DeleteServiceLinkedConfigurationRecorder',
        'DeleteDeliveryChannel',
        'DisassociateResourceTypes',
      ],
      done,
    ),
  ),
  callRow(
    {
      id: 'config-recorder-narrowed',
      title: 'The record of configurations leaves resources out',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Record all supported resource types again.',
    },
    {
      'config:PutConfigurationRecorder': (call) =>
        anyOf(
          turns(
            ['configurationRecorder.recordingGroup.allSupported', 'recordingGroup.allSupported'],
            isFalse,
          ),
          turns(
            [
              'configurationRecorder.recordingGroup.recordingStrategy.useOnly',
              'recordingGroup.recordingStrategy.useOnly',
            ],
            isWord('INCLUSION_BY_RESOURCE_TYPES', 'EXCLUSION_BY_RESOURCE_TYPES'),
          ),
          turnsToReview(
            [
              'configurationRecorder.recordingGroup.includeGlobalResourceTypes',
              'recordingGroup.includeGlobalResourceTypes',
            ],
            isFalse,
          ),
          turnsToReview(['configurationRecorder.recordingMode.recordingFrequency'], isWord('DAILY')),
        )(call) ?? watched(call),
    },
  ),
  callRow(
    {
      id: 'config-delivery-changed',
      title: 'The record of configurations is delivered somewhere else',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Set the delivery channel back to the archive.',
    },
    {
      'config:PutDeliveryChannel': (call) =>
        anyOf(
          at(call.request, 'deliveryChannel') === undefined
            ? divertedTo('s3BucketName', 'review')
            : divertedTo('deliveryChannel.s3BucketName', 'review'),
          divertedTo('deliveryChannel.snsTopicARN', 'review'),
        )(call) ?? watched(call),
    },
  ),
  callRow(
    {
      id: 'config-retention-shortened',
      title: 'The history of configurations is kept for less than six years',
      question: 'blind',
      severity: 'medium',
      citations: CITES.audit,
      firstStep: 'Set the retention back.',
    },
    { 'config:PutRetentionConfiguration': keptTooShort('retentionPeriodInDays') },
  ),
  callRow(
    {
      id: 'config-rule-removed',
      title: 'A rule that watches configurations was removed',
      question: 'blind',
      severity: 'medium',
      citations: CITES.evaluation,
      firstStep: 'Put the rule or pack back, and evaluate at once.',
    },
    each(
      'config',
      [
        'DeleteConfigRule',
        'DeleteOrganizationConfigRule',
        'DeleteConformancePack',
        'DeleteOrganizationConformancePack',
        'DeleteConfigurationAggregator',
      ],
      exceptRoutineOf(RULE_OWNERS, done),
    ),
  ),
  callRow(
    {
      id: 'config-results-removed',
      title: 'Results or remediation of configuration rules were removed',
      question: 'watch',
      severity: 'low',
      citations: CITES.evaluation,
      firstStep: 'Evaluate the rule again.',
    },
    each(
      'config',
      [
        'DeleteEvaluationResults',
        'DeleteRemediationConfiguration',
        'DeleteAggregationAuthorization',
        'PutRemediationExceptions',
      ],
      exceptRoutineOf(RULE_OWNERS, watched),
    ),
  ),
];
