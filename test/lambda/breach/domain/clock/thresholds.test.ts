import { daysLeft } from '../../../../../lambda/breach/domain/alerts/days-left';
import { annualCall } from '../../../../../lambda/breach/domain/clock/annual-log';
import { digestDays, digestOf } from '../../../../../lambda/breach/domain/clock/digest';
import { ANSWER_MINUTES, mustEscalate } from '../../../../../lambda/breach/domain/clock/escalation';
import { channelOf, thresholdOf } from '../../../../../lambda/breach/domain/clock/thresholds';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { BY, newCase } from '../incident/cases';

const day = parseCivilDate;

describe('a threshold', () => {
  it.each([
    ['2026-02-01', undefined, undefined],
    ['2026-02-13', undefined, undefined],
    ['2026-02-14', 30, 'medium'],
    ['2026-03-01', 30, 'medium'],
    ['2026-03-02', 14, 'medium'],
    ['2026-03-09', 7, 'high'],
    ['2026-03-13', 3, 'high'],
    ['2026-03-15', 1, 'critical'],
    ['2026-03-16', 1, 'critical'],
    ['2026-03-17', -1, 'escalation'],
    ['2027-03-17', -1, 'escalation'],
  ])('on %s of what is due on 2026-03-16 is %s', (today, threshold, channel) => {
    expect(thresholdOf(day('2026-03-16'), day(today))).toBe(threshold);
    if (threshold !== undefined) expect(channelOf(threshold)).toBe(channel);
  });
});

describe('days', () => {
  it.each([
    ['2026-03-16', '17 days left'],
    ['2026-02-28', '1 day left'],
    ['2026-02-27', 'due today'],
    ['2026-02-26', '1 day overdue'],
    ['2026-02-24', '3 days overdue'],
  ])('to %s are told as %s', (due, words) => {
    expect(daysLeft(day(due), day('2026-02-27'))).toBe(words);
  });
});

describe('the call for the annual log', () => {
  it.each([
    ['2026-12-31', undefined],
    ['2027-01-01', { year: 2026, due: '2027-03-01', mark: 'annual-log:2026:1' }],
    ['2028-02-01', { year: 2027, due: '2028-02-29', mark: 'annual-log:2027:2' }],
    ['2027-03-01', undefined],
  ])('on %s', (today, expected) => {
    expect(annualCall(day(today))).toEqual(expected);
  });
});

describe('a digest', () => {
  it('covers the seven days that are over', () => {
    const days = digestDays(new Date('2026-03-04T00:00:00Z'));
    expect([days.length, days[0], days[6]]).toEqual([7, '2026-02-25', '2026-03-03']);
  });

  it('is not made of a day with nothing to look at', () => {
    expect(digestOf(day('2026-03-03'), { ignore: 7, 'incident:root-used': 1 })).toBeUndefined();
    expect(digestOf(day('2026-03-03'), { 'review:access-denied': 2 })).toEqual({
      day: '2026-03-03',
      counts: { 'access-denied': 2 },
      ignored: 0,
    });
  });
});

describe('an incident that nobody answers', () => {
  const now = new Date('2026-03-04T15:15:00.000Z');

  it.each([
    ['is escalated', {}, true],
    ['is left to whoever acknowledged it', { acknowledged: { at: '', by: BY } }, false],
    ['is escalated once', { escalatedAt: '2026-03-04T15:15:00.000Z' }, false],
    ['is not escalated while it is a review', { state: 'review' }, false],
    ['has more time when it is less severe', { severity: 'high' }, false],
    ['has its time from the alert on', { pagedAt: '2026-03-04T15:00:01.000Z' }, false],
  ] as const)('%s', (_, change, expected) => {
    expect(mustEscalate({ ...newCase(), ...change }, now, ANSWER_MINUTES)).toBe(expected);
  });
});
