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
