import { isInstant } from '../../../../lambda/shared/audit-chain/instant';

describe('isInstant', () => {
  it.each(['2026-11-21T23:59:59.999Z', '2024-02-29T00:00:00.000Z', '0001-01-01T00:00:00.000Z'])(
    'knows %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    '2026-02-29T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-00-10T00:00:00.000Z',
    '2026-11-31T00:00:00.000Z',
    '2026-11-21T24:00:00.000Z',
    '2026-11-21T23:60:00.000Z',
    '2026-11-21T23:59:60.000Z',
    '2026-11-21T23:59:59Z',
    '2026-11-21T23:59:59.999+00:00',
    '2026-11-21T23:59:59.999Z\n',
    '+12026-11-21T23:59:59.999Z',
    '2026-11-21',
    '',
  ])('refuses %j', (text) => {
    expect(isInstant(text)).toBe(false);
  });

  it('keeps nothing from one text to the next', () => {
    expect(isInstant('2026-11-21T00:00:00.000Z')).toBe(true);
    expect(isInstant('2026-11-21T25:00:00.000Z')).toBe(false);
    expect(isInstant('2026-11-22T01:00:00.000Z')).toBe(true);
  });
});
