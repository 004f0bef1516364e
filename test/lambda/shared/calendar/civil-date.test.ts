import fc from 'fast-check';
import {
  calendarDayOf,
  civilDateOf,
  dayNumberOf,
  isCivilDate,
  parseCivilDate,
} from '../../../../lambda/shared/calendar/civil-date';

describe('isCivilDate', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '2400-02-29', '0001-01-01', '9999-12-31', '2026-11-30'])(
    'accepts %s',
    (text) => {
      expect(isCivilDate(text)).toBe(true);
    },
  );

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-5',
    '26-01-05',
    '0000-01-01',
    '2026/01/05',
    '2026-01-05T00:00:00Z',
    ' 2026-01-05',
    '2026-01-05\n',
    '+02026-01-05',
    '٢٠٢٦-٠١-٠٥',
    '',
    20260105,
    null,
    undefined,
    new Date(0),
  ])('refuses %p', (value) => {
    expect(isCivilDate(value)).toBe(false);
  });
});

describe('parseCivilDate', () => {
  it('names what it refuses, bounded', () => {
    expect(() => parseCivilDate('2026-02-30')).toThrow(
      `'date' must be a date that exists, YYYY-MM-DD, got: "2026-02-30"`,
    );
    expect(() => parseCivilDate('9'.repeat(10_000))).toThrow(/^.{0,120}$/);
  });
});

describe('day numbers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1972-02-29', 789],
    ['2000-03-01', 11_017],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, number) => {
    expect(dayNumberOf(parseCivilDate(text))).toBe(number);
    expect(civilDateOf(number)).toBe(text);
  });

  it('agree with an independent calendar over all dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const date = civilDateOf(number);
        expect(date).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumberOf(date)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave the calendar at its ends', () => {
    expect(() => civilDateOf(2_932_897)).toThrow(`'dayNumber' must be a day of the years 1 to 9999`);
    expect(() => civilDateOf(-719_163)).toThrow(RangeError);
    expect(() => civilDateOf(0.5)).toThrow(RangeError);
    expect(() => civilDateOf(Number.NaN)).toThrow(RangeError);
  });

  it('take a date apart', () => {
    expect(calendarDayOf(parseCivilDate('2026-03-16'))).toEqual({ year: 2026, month: 3, day: 16 });
  });
});
