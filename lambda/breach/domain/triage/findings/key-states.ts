import { asText, at } from '../event/json';
import { incident } from '../judgement';
import { CITES } from '../signals/citations';
import { type FindingSource, single } from './finding';

/** AWS KMS: what happened to a key without a call. */
export const KEY_STATES: FindingSource = {
  sources: ['aws.kms'],
  split: single,
  idOf: (detail) => asText(at(detail, 'key-id')),
  rows: [
    {
      id: 'key-lost',
      title: 'An encryption key or its material is gone',
      question: 'destroy',
      severity: 'critical',
      citations: CITES.keys,
      firstStep:
        'Import the material again if it was imported; otherwise find copies of the data under other keys.',
      judge: ({ envelope }) =>
        /deletion|expiration/.test(envelope.detailType)
          ? incident('detail-type says that a key or its material is gone')
          : undefined,
    },
  ],
};
