import { InstanceClass, InstanceSize } from 'aws-cdk-lib/aws-ec2';
import { INSTANCE_FAMILIES, instanceClassDemand } from '../../lib/config/instance-classes';

describe('an instance class', () => {
  it.each(Object.entries(INSTANCE_FAMILIES))('of family %s is one that the CDK knows', (family, sizes) => {
    expect(Object.values<string>(InstanceClass)).toContain(family);
    expect(Object.values<string>(InstanceSize)).toEqual(expect.arrayContaining([...sizes]));
  });

  it.each(Object.entries(INSTANCE_FAMILIES))(
    'of family %s has a size without a doubt about it',
    (family, sizes) => {
      expect(sizes.length).toBeGreaterThan(2);
      expect(new Set(sizes).size).toBe(sizes.length);
      expect(sizes.map((size) => instanceClassDemand(`${family}.${size}`))).toEqual(
        sizes.map(() => undefined),
      );
    },
  );

  it('is of no family that stores without encryption or runs no current PostgreSQL', () => {
    const old = ['t1', 't2', 'm1', 'm2', 'm3', 'm4', 'r3', 'r4', 'x1', 'x1e', 'z1d', 'c6gd'];
    expect(Object.keys(INSTANCE_FAMILIES).filter((family) => old.includes(family))).toEqual([]);
  });
});
