import { asText, at } from '../event/json';
import { ignore, incident, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type FindingSource, single } from './finding';

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
