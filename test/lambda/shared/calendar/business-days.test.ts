import fc from 'fast-check';
import { addBusinessDays } from '../../../../lambda/shared/calendar/business-days';
import { addDays } from '../../../../lambda/shared/calendar/calendar-days';
import { type CivilDate, civilDateOf, parseCivilDate } from '../../../../lambda/shared/calendar/civil-date';

describe('addBusinessDays', () => {
  it.each([
    ['a Thursday', '2026-01-15', 15, '2026-02-05'],
    ['a Friday', '2026-01-16', 1, '2026-01-19'],
    ['a Saturday', '2026-01-17', 1, '2026-01-19'],
    ['a Sunday', '2026-01-18', 1, '2026-01-19'],
    ['a Saturday, a week', '2026-01-17', 5, '2026-01-23'],
    ['a Monday, a week', '2026-01-19', 5, '2026-01-26'],
    ['over the end of a year, 25 December and 1 January counted', '2026-12-24', 6, '2027-01-01'],
    ['over 29 February', '2028-02-28', 2, '2028-03-01'],
    ['none, from a Sunday', '2026-01-18', 0, '2026-01-18'],
  ])('counts Monday to Friday from %s', (_, from, days, to) => {
    expect(addBusinessDays(parseCivilDate(from), days)).toBe(to);
  });

  it('agrees with counting day by day, lands on no weekend and never on an earlier date for a later start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (start, days) => {
        const from = civilDateOf(start);
        const found = addBusinessDays(from, days);
        expect(found).toBe(countedOneByOne(from, days));
        expect(addBusinessDays(addDays(from, 1), days) >= found).toBe(true);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p days', (days) => {
    expect(() => addBusinessDays(parseCivilDate('2026-01-15'), days)).toThrow(
      `'days' must be a whole number from 0, got: ${days}`,
    );
  });
});

function countedOneByOne(from: CivilDate, days: number): CivilDate {
  let date = from;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    left -= weekday === 0 || weekday === 6 ? 0 : 1;
  }
  return date;
}
