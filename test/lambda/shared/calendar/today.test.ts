import { today } from '../../../../lambda/shared/calendar/today';

function at(iso: string) {
  return { now: () => new Date(iso) };
}

describe('today', () => {
  it.each([
    ['2026-01-15T04:59:59Z', 'America/New_York', '2026-01-14'],
    ['2026-01-15T05:00:00Z', 'America/New_York', '2026-01-15'],
    ['2026-07-15T03:59:59Z', 'America/New_York', '2026-07-14'],
    ['2026-07-15T04:00:00Z', 'America/New_York', '2026-07-15'],
    ['2026-01-01T09:30:00Z', 'Pacific/Honolulu', '2025-12-31'],
    ['2026-01-01T10:00:00Z', 'Pacific/Honolulu', '2026-01-01'],
    ['2026-12-31T14:00:00Z', 'Pacific/Guam', '2027-01-01'],
    ['2028-02-29T23:30:00Z', 'UTC', '2028-02-29'],
  ])('at %s in %s is %s', (iso, zone, date) => {
    expect(today(at(iso), zone)).toBe(date);
  });

  it.each(['Mars/Olympus', '', '+02:00', 'America/New_York\n', 'x'.repeat(100_000)])(
    'refuses the zone %#',
    (zone) => {
      expect(() => today(at('2026-01-01T00:00:00Z'), zone)).toThrow(
        /^'timeZone' must be an IANA time zone .{0,140}$/,
      );
    },
  );
});
