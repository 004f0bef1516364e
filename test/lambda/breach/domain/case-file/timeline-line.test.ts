import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timelineLine } from '../../../../../lambda/breach/domain/case-file/timeline-line';
import { appendRecord } from '../../../../../lambda/shared/audit-chain/append-record';
import { ID } from '../incident/cases';

const SOURCE = readFileSync(
  join(__dirname, '../../../../../lambda/breach/domain/incident/case-event.ts'),
  'utf8',
);

function lineOf(body: Parameters<typeof appendRecord>[1]['body']) {
  const { line } = appendRecord(undefined, { chain: ID, at: '2026-03-04T15:00:00.000Z', body });
  return timelineLine({ incidentId: ID, seq: 0, line });
}

describe('an entry of the timeline', () => {
  const types = [...SOURCE.matchAll(/By(?:Person|System)<\s*'([a-z-]+)'/g)].map(([, type]) => type ?? '');

  it.each(types)('has words of its own: %s', (type) => {
    expect(types.length).toBeGreaterThan(20);
    expect(lineOf({ type }).words).not.toBe('An entry');
  });

  it.each([
    ['arn:aws:sts::111122223333:assumed-role/tok-abcdefghijklmnopabcd', undefined],
    ['Jane | Doe', 'a person'],
    [undefined, 'system'],
  ])('tells by whom: %s', (by, words) => {
    expect(lineOf({ type: 'noted', ...(by !== undefined && { by }) }).by).toBe(words ?? by);
  });

  it('shows ids and codes, and no text of people', () => {
    const line = lineOf({
      type: 'notice-sent',
      id: 'media-notice:CA',
      on: '2026-03-04',
      kind: 'Jane | Doe',
      by: 'tok-x',
    });
    expect([line.words, line.by]).toEqual(['A notice was sent: media-notice:CA, 2026-03-04', 'tok-x']);
  });
});
