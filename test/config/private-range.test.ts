import { isPrivateNetwork } from '../../lib/config/private-range';

describe('a private network', () => {
  it.each([
    ['10.0.0.0/16', true],
    ['10.255.255.0/24', true],
    ['172.16.0.0/16', true],
    ['172.31.0.0/16', true],
    ['192.168.0.0/16', true],
    ['192.168.255.0/24', true],
    ['10.0.16.0/20', true],
    ['10.1.22.0/24', true],

    ['10.0.0.0/15', false],
    ['10.0.0.0/25', false],
    ['10.0.0.0/8', false],
    ['172.15.0.0/16', false],
    ['172.32.0.0/16', false],
    ['192.167.0.0/16', false],
    ['192.169.0.0/16', false],
    ['9.255.0.0/16', false],
    ['11.0.0.0/16', false],
    ['100.64.0.0/16', false],
    ['10.0.1.0/16', false],
    ['10.0.8.0/20', false],
    ['10.0.0.1/24', false],
    ['10.256.0.0/16', false],
    ['192.168.0.256/24', false],
    ['10.0.0/16', false],
    ['10.0.0.0', false],
    ['10.0.0.0/016', false],
    ['010.0.0.0/16', false],
    ['10.0.0.0/16 ', false],
    ['10.0.0.0/16\n', false],
    ['fd00::/16', false],
    ['', false],
  ])('%j: %s', (cidr, expected) => {
    expect(isPrivateNetwork(cidr)).toBe(expected);
  });
});
