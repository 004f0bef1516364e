import { parseCivilDate } from '../../../../lambda/shared/calendar/civil-date';
import { compareDates, earliest, latest } from '../../../../lambda/shared/calendar/compare';

const [a, b, c] = ['2025-12-31', '2026-01-01', '2026-01-02'].map(parseCivilDate);

describe('comparison of dates', () => {
  it('is negative, zero or positive', () => {
    expect(compareDates(parseCivilDate('2025-12-31'), parseCivilDate('2026-01-01'))).toBeLessThan(0);
    expect(compareDates(parseCivilDate('2026-01-01'), parseCivilDate('2026-01-01'))).toBe(0);
    expect(compareDates(parseCivilDate('2026-01-02'), parseCivilDate('2026-01-01'))).toBeGreaterThan(0);
  });

  it('finds the earliest and the latest in any order', () => {
    for (const dates of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ]) {
      const [first, ...others] = dates.filter((date) => date !== undefined);
      if (first === undefined) throw new Error('no dates');
      expect(earliest(first, ...others)).toBe('2025-12-31');
      expect(latest(first, ...others)).toBe('2026-01-02');
    }
  });
});
