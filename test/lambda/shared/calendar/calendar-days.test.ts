import fc from 'fast-check';
import { addDays, daysBetween, endOfYear } from '../../../../lambda/shared/calendar/calendar-days';
import { civilDateOf, parseCivilDate } from '../../../../lambda/shared/calendar/civil-date';

describe('addDays', () => {
  it.each([
    ['2026-01-15', 60, '2026-03-16'],
    ['2028-01-15', 60, '2028-03-15'],
    ['2026-12-31', 60, '2027-03-01'],
    ['2027-12-31', 60, '2028-02-29'],
    ['2099-12-31', 60, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(parseCivilDate(from), days)).toBe(to);
    expect(daysBetween(parseCivilDate(from), parseCivilDate(to))).toBe(days);
  });

  it('is undone by its opposite', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.integer({ min: -9000, max: 9000 }),
        (day, days) => {
          const date = civilDateOf(day);
          expect(addDays(addDays(date, days), -days)).toBe(date);
          expect(daysBetween(date, addDays(date, days))).toBe(days);
        },
      ),
    );
  });
});

describe('endOfYear', () => {
  it.each([
    ['2026-01-01', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2028-02-29', '2028-12-31'],
  ])('of %s is %s', (date, end) => {
    expect(endOfYear(parseCivilDate(date))).toBe(end);
  });
});
