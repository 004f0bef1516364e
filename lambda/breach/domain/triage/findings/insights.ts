import { asText, at } from '../event/json';
import { ignore, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type FindingSource, single } from './finding';

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
