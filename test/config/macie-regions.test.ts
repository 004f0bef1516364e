import { hasMacie } from '../../lib/config/macie-regions';
import { REGIONS } from '../../lib/config/regions';

describe('Macie', () => {
  it.each([
    ['us-east-1', true],
    ['eu-central-1', true],
    ['us-gov-west-1', false],
    ['us-gov-east-1', false],
    ['ap-southeast-7', false],
  ])('in %s can be had: %s', (region, expected) => {
    expect(hasMacie(region)).toBe(expected);
  });

  it('can be had in regions that exist', () => {
    expect(REGIONS.filter(hasMacie)).toHaveLength(22);
  });
});
