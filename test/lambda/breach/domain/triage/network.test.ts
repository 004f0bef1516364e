import { isEveryone } from '../../../../../lambda/breach/domain/triage/network/cidr';
import { GUARDED_PORTS, guardedPortIn } from '../../../../../lambda/breach/domain/triage/network/ports';

describe('isEveryone', () => {
  test.each([
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '0.0.0.0/7',
    '2000::/3',
    '::/31',
    '*',
    ' 0.0.0.0/0 ',
    '208.236.235.254/0',
    '225.01.00.16/0',
  ])('holds everyone: %s', (cidr) => {
    expect(isEveryone(cidr)).toBe(true);
  });

  test.each([
    '10.0.0.0/8',
    '203.0.113.10/32',
    '203.0.113.10',
    '2001:db8::/32',
    'fd00::/8',
    'fc00::/7',
    '',
    'sg-0123',
    'pl-0123/x',
  ])('does not: %s', (cidr) => {
    expect(isEveryone(cidr)).toBe(false);
  });
});

describe('guardedPortIn', () => {
  test.each(GUARDED_PORTS.map((row) => [row.name, row.from, row.to] as const))(
    'guards %s at both ends of %i to %i',
    (_, from, to) => {
      expect(guardedPortIn(from, from, [])).toBeDefined();
      expect(guardedPortIn(to, to, [])).toBeDefined();
      expect(guardedPortIn(from - 1, to + 1, [])).toBeDefined();
    },
  );

  test.each([80, 443, 8080, 8443, 21 + 3, 3305, 3307, 5431, 5433, 3388, 3390])('leaves %i open', (port) => {
    expect(guardedPortIn(port, port, [])).toBeUndefined();
  });

  it('guards the ports of our own databases', () => {
    expect(guardedPortIn(5442, 5442, [])).toBeUndefined();
    expect(guardedPortIn(5442, 5442, [5442])?.class).toBe('database');
    expect(guardedPortIn(5443, 5443, [5442])).toBeUndefined();
  });
});
