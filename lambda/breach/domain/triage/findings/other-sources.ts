import { asText, at } from '../event/json';
import { showCode } from '../event/show';
import { textOf } from '../event/values';
import { ignore, incident, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type FindingSource, single } from './finding';

/** Amazon Inspector. */
export const INSPECTOR: FindingSource = {
  sources: ['aws.inspector2'],
  split: single,
  idOf: (detail) => asText(at(detail, 'findingArn')),
  rows: [
    {
      id: 'inspector-finding',
      title: 'Inspector sees a weakness',
      question: 'expose',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Patch or isolate the resource.',
      judge: ({ detail, envelope }) => {
        if (!envelope.detailType.includes('finding')) {
          return undefined;
        }
        const status = asText(at(detail, 'status'))?.toUpperCase();
        if (status === 'CLOSED' || status === 'SUPPRESSED') {
          return ignore(`status is ${status}`);
        }
        const severity = textOf(at(detail, 'severity'))?.toUpperCase();
        return severity === 'HIGH' || severity === 'CRITICAL'
          ? incident(`severity is ${severity}`, severity === 'CRITICAL' ? 'critical' : 'high')
          : review(severity === undefined ? 'severity is absent' : `severity is ${showCode(severity)}`);
      },
    },
  ],
};

/** Checks of Trusted Advisor that find credentials or data in the open. */
const EXPOSING_CHECKS = /exposed access keys|bucket permissions|public snapshots/i;

/** AWS Trusted Advisor. */
export const TRUSTED_ADVISOR: FindingSource = {
  sources: ['aws.trustedadvisor'],
  split: single,
  idOf: (detail) => `${asText(at(detail, 'check-name')) ?? ''} ${asText(at(detail, 'resource_id')) ?? ''}`,
  rows: [
    {
      id: 'advisor-check-failed',
      title: 'Trusted Advisor finds a risk',
      question: 'expose',
      severity: 'critical',
      citations: CITES.detection,
      firstStep: 'Deactivate the exposed credential, or close the exposed store.',
      judge: ({ detail }) => {
        const status = asText(at(detail, 'status'))?.toUpperCase();
        if (status !== 'ERROR' && status !== 'WARN') {
          return ignore('status is neither ERROR nor WARN');
        }
        const exposing = EXPOSING_CHECKS.test((asText(at(detail, 'check-name')) ?? '').slice(0, 200));
        return exposing && status === 'ERROR'
          ? incident('status is ERROR, and the check finds what is in the open')
          : review(`status is ${status}`);
      },
    },
  ],
};

/** CloudTrail Insights. */
export const INSIGHTS: FindingSource = {
  sources: ['aws.cloudtrail'],
  split: single,
  idOf: (detail) => asText(at(detail, 'sharedEventID')) ?? asText(at(detail, 'eventID')),
  rows: [
    {
      id: 'unusual-activity',
      title: 'CloudTrail sees unusual activity',
      question: 'watch',
      severity: 'medium',
      citations: CITES.detection,
      firstStep: 'Read which identities caused the rate.',
      judge: ({ detail }) => {
        const state = asText(at(detail, 'insightDetails.state'))?.toLowerCase();
        return state === undefined
          ? undefined
          : state === 'end'
            ? ignore('insightDetails.state is End')
            : review('insightDetails.state is Start');
      },
    },
  ],
};
