import { at, has } from '../event/json';
import { listOf, textsIn } from '../event/values';
import { done, turns, turnsToReview, watched } from '../judge/call-judges';
import { selectorsShrink, selectorsShrinkIfGiven } from '../judge/event-selectors';
import { divertedTo, keptTooShort } from '../judge/retention';
import { isEmpty, isFalse } from '../judge/value-tests';
import { anyOf, ignore, incident, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** CloudTrail: the record of who did what. */
export const AUDIT_TRAIL_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'cloudtrail-stopped',
      title: 'A trail was stopped or deleted',
      question: 'blind',
      severity: 'critical',
      citations: CITES.audit,
      firstStep:
        'Start logging again or create the trail anew, then read what the identity did before and after in event history.',
    },
    each('cloudtrail', ['StopLogging', 'DeleteTrail'], done),
  ),
  callRow(
    {
      id: 'cloudtrail-narrowed',
      title: 'A trail records less than before, or its records can be altered unnoticed',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Set the trail back to all regions, global events, validation, its key and its log group.',
    },
    {
      'cloudtrail:UpdateTrail': anyOf(
        turns(['isMultiRegionTrail'], isFalse),
        turns(['includeGlobalServiceEvents'], isFalse),
        turns(['enableLogFileValidation', 'logFileValidationEnabled'], isFalse),
        turns(['isOrganizationTrail'], isFalse),
        turns(['kmsKeyId'], isEmpty),
        turns(['cloudWatchLogsLogGroupArn'], isEmpty),
        turns(['cloudWatchLogsRoleArn'], isEmpty),
        turnsToReview(['snsTopicName'], isEmpty),
      ),
    },
  ),
  callRow(
    {
      id: 'cloudtrail-diverted',
      title: 'A trail delivers its records somewhere else',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep:
        'Set the destination back, then copy what the other store received before its owner can remove it.',
    },
    {
      'cloudtrail:UpdateTrail': anyOf(divertedTo('s3BucketName', 'incident'), (call) =>
        has(call.request, 'cloudWatchLogsLogGroupArn')
          ? divertedTo('cloudWatchLogsLogGroupArn', 'review')(call)
          : undefined,
      ),
    },
  ),
  callRow(
    {
      id: 'cloudtrail-changed',
      title: 'A trail was created or its settings changed',
      question: 'watch',
      severity: 'low',
      citations: CITES.audit,
      firstStep: 'Compare the trail with what the configuration says.',
    },
    each('cloudtrail', ['CreateTrail', 'UpdateTrail', 'DeleteResourcePolicy', 'DeleteChannel'], watched),
  ),
  callRow(
    {
      id: 'cloudtrail-selectors-shrunk',
      title: 'A trail records fewer kinds of events',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Put the event selectors back, then search event history for what the gap hides.',
    },
    { 'cloudtrail:PutEventSelectors': selectorsShrink },
  ),
  callRow(
    {
      id: 'cloudtrail-insights-off',
      title: 'CloudTrail no longer looks for unusual activity',
      question: 'blind',
      severity: 'medium',
      citations: CITES.detection,
      firstStep: 'Put the insight selectors back.',
    },
    {
      'cloudtrail:PutInsightSelectors': (call) => {
        const kinds = listOf(at(call.request, 'insightSelectors'));
        if (!has(call.request, 'insightSelectors')) {
          return review('requestParameters.insightSelectors is absent');
        }
        if (kinds.length === 0) {
          return incident('requestParameters.insightSelectors is empty');
        }
        return new Set(textsIn(kinds).filter((text) => text.endsWith('Insight'))).size < 2
          ? review('requestParameters.insightSelectors names one kind of two')
          : ignore('requestParameters.insightSelectors names every kind');
      },
    },
  ),
  callRow(
    {
      id: 'event-data-store-destroyed',
      title: 'A store of audit events was deleted or takes no more events',
      question: 'blind',
      severity: 'critical',
      citations: CITES.audit,
      firstStep: 'Restore the event data store within its seven days, or start its ingestion again.',
    },
    each('cloudtrail', ['DeleteEventDataStore', 'StopEventDataStoreIngestion'], done),
  ),
  callRow(
    {
      id: 'event-data-store-weakened',
      title: 'A store of audit events keeps less, or can be deleted',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Set termination protection, retention, regions and selectors back.',
    },
    {
      'cloudtrail:UpdateEventDataStore': anyOf(
        turns(['terminationProtectionEnabled'], isFalse),
        turns(['multiRegionEnabled'], isFalse),
        turns(['organizationEnabled'], isFalse),
        (call) => (has(call.request, 'retentionPeriod') ? keptTooShort('retentionPeriod')(call) : undefined),
        selectorsShrinkIfGiven,
      ),
    },
  ),
];
