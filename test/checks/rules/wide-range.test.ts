import { isWideRange } from '../../../lib/checks/rules/wide-range';

describe('isWideRange', () => {
  it.each([
    ['0.0.0.0/0', true],
    ['::/0', true],
    ['0.0.0.0/1', true],
    ['128.0.0.0/1', true],
    ['10.0.0.0/7', true],
    ['172.16.0.0/11', true],
    ['203.0.0.0/15', true],
    ['2000::/3', true],
    ['2001:db8::/31', true],
    ['0:0:0:0:0:0:0:0/0', true],
    ['no range', true],
    ['0.0.0.0', true],
    ['203.0.113.0/24', false],
    ['198.51.0.0/16', false],
    ['203.0.113.9/32', false],
    ['2001:db8::/32', false],
    ['10.0.0.0/8', false],
    ['172.16.0.0/12', false],
    ['100.64.0.0/10', false],
    ['fc00::/7', false],
  ])('%s: %p', (cidr, wide) => {
    expect(isWideRange(cidr)).toBe(wide);
  });
});
