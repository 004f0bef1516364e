import type { Hold } from '../../../../../lambda/breach/domain/deadlines/facts-schema';
import { applyHolds, FEDERAL_DELAY } from '../../../../../lambda/breach/domain/deadlines/holds';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { deadlinesOf, find } from './incident';

/** The sixtieth day after 2026-01-15. */
const LIMIT = parseCivilDate('2026-03-16');

function hold(text: string): Hold {
  const [kind, statedOn = '', until] = text.split(' ');
  return {
    kind: kind === 'oral' ? 'oral' : 'written',
    statedOn: parseCivilDate(statedOn),
    until: until === undefined ? null : parseCivilDate(until),
    official: 'county office, case 000',
  };
}

describe('applyHolds', () => {
  it.each([
    ['nothing', [], '2026-03-16', null],
    ['a written time after the limit', ['written 2026-02-01 2026-05-01'], '2026-05-01', '2026-05-01'],
    ['a written time of more than sixty days', ['written 2026-02-01 2027-02-01'], '2027-02-01', '2027-02-01'],
    ['a written time before the limit', ['written 2026-02-01 2026-02-20'], '2026-03-16', '2026-02-20'],
    ['a written time on the limit', ['written 2026-02-01 2026-03-16'], '2026-03-16', '2026-03-16'],
    ['a written statement without a time: thirty days', ['written 2026-03-01'], '2026-03-31', '2026-03-31'],
    ['an oral statement: thirty days', ['oral 2026-03-01'], '2026-03-31', '2026-03-31'],
    ['an early oral statement', ['oral 2026-01-20'], '2026-03-16', '2026-02-19'],
    ['an oral statement with a shorter time', ['oral 2026-03-01 2026-03-20'], '2026-03-20', '2026-03-20'],
    [
      'an oral statement with a longer time: thirty days',
      ['oral 2026-03-01 2026-06-01'],
      '2026-03-31',
      '2026-03-31',
    ],
    ['a statement on the day of the limit', ['written 2026-03-16 2026-04-10'], '2026-04-10', '2026-04-10'],
    ['a written statement after the limit', ['written 2026-03-17 2026-04-10'], '2026-03-16', null],
    ['an oral statement after the limit', ['oral 2026-03-17'], '2026-03-16', null],
    [
      'a written one that replaces an oral one and is longer',
      ['oral 2026-03-01', 'written 2026-03-10 2026-05-01'],
      '2026-05-01',
      '2026-05-01',
    ],
    [
      'a written one that replaces an oral one and is shorter',
      ['oral 2026-03-10', 'written 2026-03-12 2026-03-20'],
      '2026-03-20',
      '2026-03-20',
    ],
    [
      'a written one on the last day of an oral one',
      ['oral 2026-03-10', 'written 2026-04-09 2026-06-01'],
      '2026-06-01',
      '2026-06-01',
    ],
    [
      'a written one a day after the time of an oral one',
      ['oral 2026-03-10', 'written 2026-04-10 2026-06-01'],
      '2026-04-09',
      '2026-04-09',
    ],
    [
      'a written one without a time within an oral one',
      ['oral 2026-03-01', 'written 2026-03-10'],
      '2026-04-09',
      '2026-04-09',
    ],
    [
      'a written one of the same day as the oral one',
      ['written 2026-03-10 2026-03-12', 'oral 2026-03-10'],
      '2026-03-16',
      '2026-03-12',
    ],
    [
      'a written one after the limit, within the time of an oral one',
      ['oral 2026-03-10', 'written 2026-03-20 2026-05-01'],
      '2026-05-01',
      '2026-05-01',
    ],
    [
      'a second oral one within the first',
      ['oral 2026-03-01', 'oral 2026-03-20'],
      '2026-03-31',
      '2026-03-31',
    ],
    [
      'a chain of oral ones',
      ['oral 2026-03-01', 'oral 2026-03-20', 'oral 2026-03-30'],
      '2026-03-31',
      '2026-03-31',
    ],
    [
      'a new oral one after the first has ended, before the limit',
      ['oral 2026-01-20', 'oral 2026-03-01'],
      '2026-03-31',
      '2026-03-31',
    ],
    [
      'two written ones',
      ['written 2026-02-01 2026-06-01', 'written 2026-02-10 2026-04-01'],
      '2026-06-01',
      '2026-06-01',
    ],
    [
      'an extension in writing before the first ends',
      ['written 2026-02-01 2026-04-01', 'written 2026-03-30 2026-06-01'],
      '2026-06-01',
      '2026-06-01',
    ],
    [
      'an extension in writing after the first has ended',
      ['written 2026-02-01 2026-04-01', 'written 2026-04-02 2026-06-01'],
      '2026-04-01',
      '2026-04-01',
    ],
  ])('%s', (_, statements, due, notBefore) => {
    for (const order of [statements, [...statements].reverse()]) {
      expect(applyHolds(order.map(hold), LIMIT, FEDERAL_DELAY)).toMatchObject({ due, notBefore });
    }
  });

  it('says what it did', () => {
    expect(
      applyHolds([hold('oral 2026-03-10'), hold('written 2026-04-20 2026-06-01')], LIMIT, FEDERAL_DELAY)
        .because,
    ).toEqual([
      'Law enforcement holds this notice by its statement (oral, of 2026-03-10): not before 2026-04-09 (45 CFR 164.412).',
      'The last day moves to 2026-04-09.',
      'The written statement of 2026-04-20 came after the limit and does not move it; ask counsel before a late notice is sent against it.',
    ]);
  });

  it.each([
    ['oral 2026-03-10 2026-06-01', FEDERAL_DELAY, true],
    ['oral 2026-03-10 2026-04-09', FEDERAL_DELAY, false],
    ['written 2026-03-10 2026-12-31', FEDERAL_DELAY, false],
    ['written 2026-03-10 2026-12-31', { ...FEDERAL_DELAY, writtenDays: 60 }, true],
  ])('says whether %s asks for more than the law allows', (text, rule, isSaid) => {
    const given = hold(text);
    expect(applyHolds([given], LIMIT, rule).because.join(' ').includes(`names ${given.until}, later`)).toBe(
      isSaid,
    );
  });

  it.each([null, ' '])('asks who made an oral statement where the official is %p', (official) => {
    const because = (given: Hold) => applyHolds([given], LIMIT, FEDERAL_DELAY).because;
    expect(because({ ...hold('oral 2026-03-10'), official })).toContain(
      'Document the oral statement and who made it.',
    );
    expect(because(hold('oral 2026-03-10'))).not.toContain('Document the oral statement and who made it.');
    expect(because({ ...hold('written 2026-03-10'), official })).not.toContain(
      'Document the oral statement and who made it.',
    );
  });

  it('caps a written statement and adds the grace that a law gives', () => {
    const capped = {
      citation: 'law',
      untimedDays: 30,
      writtenDays: 60,
      grace: { count: 15, unit: 'business' },
    } as const;
    const limit = parseCivilDate('2026-02-05');
    expect(applyHolds([hold('written 2026-01-20 2026-12-01')], limit, capped)).toMatchObject({
      due: '2026-04-10',
      notBefore: '2026-03-21',
    });
    expect(applyHolds([hold('written 2026-01-20 2026-02-02')], limit, capped)).toMatchObject({
      due: '2026-02-23',
      notBefore: '2026-02-02',
    });
    expect(applyHolds([hold('oral 2026-01-20 2026-12-01')], limit, capped)).toMatchObject({
      due: '2026-03-12',
      notBefore: '2026-02-19',
    });
    expect(applyHolds([hold('written 2026-02-06 2026-12-01')], limit, capped)).toMatchObject({
      due: '2026-02-05',
      notBefore: null,
    });
    expect(
      applyHolds([hold('written 2026-01-20 2026-02-02')], limit, {
        ...capped,
        grace: { count: 15, unit: 'calendar' },
      }),
    ).toMatchObject({ due: '2026-02-17' });
  });
});

describe('a hold', () => {
  const holds = [{ kind: 'written', statedOn: '2026-02-01', until: '2027-04-15', official: 'x' }];

  it('moves every federal notice, and says from when each is allowed', () => {
    for (const count of [3, 501]) {
      const result = deadlinesOf({
        holds,
        affected: [{ jurisdiction: 'WY', count }],
        unreachable: 1,
        asOf: '2026-03-01',
      });
      const federal = result.obligations.filter(({ id }) => !id.startsWith('state:'));
      expect(federal).toHaveLength(count === 3 ? 3 : 4);
      for (const obligation of federal) {
        expect(obligation).toMatchObject({ due: '2027-04-15', notBefore: '2027-04-15' });
      }
    }
    expect(find(deadlinesOf({ holds, role: 'business-associate' }), 'covered-entity-notice')?.due).toBe(
      '2027-04-15',
    );
  });

  it('is measured against the limit of each notice', () => {
    const late = [{ kind: 'written', statedOn: '2026-04-01', until: '2027-04-15', official: 'x' }];
    const result = deadlinesOf({ holds: late, asOf: '2026-05-01' });
    expect(find(result, 'individual-notice')).toMatchObject({ due: '2026-03-16', notBefore: null });
    expect(find(result, 'hhs-annual-log')).toMatchObject({ due: '2027-04-15', notBefore: '2027-04-15' });
  });
});
