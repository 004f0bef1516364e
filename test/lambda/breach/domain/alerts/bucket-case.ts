import type { OutboxMessage } from '../../../../../lambda/breach/domain/alerts/outbox-message';
import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import { createNames } from '../../../../../lambda/breach/domain/register/names';
import { newCase } from '../incident/cases';

/** How names become references in these tests. */
export const NAMES = createNames(Buffer.alloc(32, 7), ['phi-records']);

/** A message about the case. */
export function message(kind: OutboxMessage['kind'] = 'incident'): OutboxMessage {
  return {
    id: 'msg-00000000000000000000000000000007',
    kind,
    channel: 'critical',
    incidentId: 'inc-00000000000000000000000000000001',
    at: '2026-03-04T15:00:00.000Z',
    content: {},
  };
}

/** The token of the bucket. */
export const TOKEN = NAMES.tokenize('records');

/** A bucket that was opened. */
export function aboutBucket(rest: Partial<Incident> = {}): Incident {
  return {
    ...newCase(),
    signal: 'bucket-opened',
    severity: 'high',
    subject: {
      account: '111122223333',
      region: 'us-east-1',
      service: 's3',
      resource: TOKEN,
      actor: `arn:aws:sts::111122223333:assumed-role/${NAMES.tokenize('operator')}`,
      eventId: '00000000-0000-4000-8000-000000000001',
    },
    ...rest,
  };
}
