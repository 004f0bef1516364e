import { MAXIMUM_LIST_AGE_DAYS, oldListNotice } from '../../../lib/safeguards/eligible-services/list-age';

describe('oldListNotice', () => {
  it.each([
    ['2025-04-16', false],
    ['2025-10-13', false],
    ['2025-10-14', true],
    ['2026-11-21', true],
  ])('on %s: a notice? %p', (asOf, expected) => {
    expect(oldListNotice(asOf) !== null).toBe(expected);
  });

  it('says how old the list is and where to compare it', () => {
    expect(oldListNotice('2026-11-21')).toContain('of 2025-04-16, 584 days old');
    expect(oldListNotice('2026-11-21')).toContain('https://aws.amazon.com/compliance/');
  });

  it('counts from a list that was refreshed', () => {
    expect(oldListNotice('2026-11-21', '2026-11-01')).toBeNull();
    expect(MAXIMUM_LIST_AGE_DAYS).toBe(180);
  });
});
