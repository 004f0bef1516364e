import { daysBetween, isCalendarDate } from '../../lib/checks/calendar-date';

describe('isCalendarDate', () => {
  it.each(['2026-11-21', '2028-02-29', '0001-01-01'])('%s is a date', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20261121',
    '2026-11-21T00:00',
    ' 2026-11-21',
    '',
  ])('%p is none', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-21', '2026-11-22', 1],
    ['2026-11-21', '2026-11-20', -1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-10-24', '2026-10-26', 2],
  ])('from %s to %s are %p days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
