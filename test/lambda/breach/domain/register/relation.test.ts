import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import { joins } from '../../../../../lambda/breach/domain/register/relation';
import { BY, newCase } from '../incident/cases';

const OPENED = '2026-03-04T15:00:00.000Z';

describe('a signal belongs to a case', () => {
  it.each<[string, Partial<Incident>, string | null, string, boolean]>([
    ['at once', {}, null, OPENED, true],
    ['a day after the last signal', {}, null, '2026-03-05T15:00:00.000Z', true],
    ['later than that', {}, null, '2026-03-05T15:00:00.001Z', false],
    ['before the first, when lines come out of order', {}, null, '2026-03-04T14:00:00.000Z', true],
    [
      'between its first and its last signal',
      { lastSignalAt: '2026-03-08T15:00:00.000Z' },
      null,
      '2026-03-06T15:00:00.000Z',
      true,
    ],
    [
      'by when signals came, although the case was opened days later',
      { openedAt: '2026-03-20T15:00:00.000Z' },
      null,
      '2026-03-04T16:00:00.000Z',
      true,
    ],
    [
      'of a fact that was known long before its first signal',
      { discoveredAt: '2026-01-04T15:00:00.000Z' },
      null,
      '2026-03-04T16:00:00.000Z',
      true,
    ],
    ['in a review', { state: 'review' }, null, OPENED, true],
    ['in a closed case', { state: 'closed' }, null, OPENED, false],
    ['in a dismissed review', { state: 'dismissed' }, null, OPENED, false],
    ['in a linked case', { state: 'linked' }, null, OPENED, false],
    [
      'within a week of the first, while signals go on',
      { lastSignalAt: '2026-03-11T14:00:00.000Z' },
      null,
      '2026-03-11T15:00:00.000Z',
      true,
    ],
    [
      'later than a week, although signals go on',
      { lastSignalAt: '2026-03-11T14:00:00.000Z' },
      null,
      '2026-03-11T15:00:00.001Z',
      false,
    ],
    [
      'that happened before it was contained, and is told late',
      { contained: { at: '2026-03-04T16:00:00.000Z', by: BY } },
      '2026-03-04T15:30:00.000Z',
      '2026-03-04T17:00:00.000Z',
      true,
    ],
    [
      'that happened after it was contained',
      { contained: { at: '2026-03-04T16:00:00.000Z', by: BY } },
      '2026-03-04T16:30:00.000Z',
      '2026-03-04T17:00:00.000Z',
      false,
    ],
    [
      'that does not tell when it happened, after it was contained',
      { contained: { at: '2026-03-04T16:00:00.000Z', by: BY } },
      null,
      '2026-03-04T17:00:00.000Z',
      false,
    ],
  ])('%s', (_, change, happenedAt, receivedAt, expected) => {
    expect(joins({ ...newCase(), ...change }, { happenedAt }, receivedAt)).toBe(expected);
  });
});
