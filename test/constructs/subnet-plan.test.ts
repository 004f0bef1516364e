import { Aws } from 'aws-cdk-lib';
import {
  requirePrivateNetwork,
  type SubnetGroupName,
  SubnetPlan,
  subnetRange,
} from '../../lib/constructs/subnet-plan';

describe('subnetRange', () => {
  it.each<[string, SubnetGroupName, number, string]>([
    ['10.0.0.0/16', 'Data', 0, '10.0.0.0/20'],
    ['10.0.0.0/16', 'Data', 2, '10.0.32.0/20'],
    ['10.0.0.0/16', 'Service', 0, '10.0.64.0/20'],
    ['10.0.0.0/16', 'Public', 0, '10.0.128.0/20'],
    ['10.0.0.0/16', 'Egress', 3, '10.0.240.0/20'],
    ['172.16.0.0/17', 'Egress', 3, '172.16.120.0/21'],
    ['192.168.255.0/24', 'Data', 0, '192.168.255.0/28'],
    ['192.168.255.0/24', 'Egress', 3, '192.168.255.240/28'],
  ])('%s gives %s in zone %i the range %s', (cidr, group, zone, range) => {
    expect(subnetRange(cidr, group, zone)).toBe(range);
  });

  it.each([-1, 4])('refuses the zone %i, whose range would be another group’s', (zone) => {
    expect(() => subnetRange('10.0.0.0/16', 'Data', zone)).toThrow(`'zone' must be 0 to 3, got: ${zone}`);
  });

  it('never gives one address to two subnets', () => {
    const groups: SubnetGroupName[] = ['Data', 'Service', 'Public', 'Egress'];
    const ranges = groups.flatMap((group) =>
      [0, 1, 2, 3].map((zone) => subnetRange('10.0.0.0/24', group, zone)),
    );
    expect(ranges).toEqual(Array.from({ length: 16 }, (_, slot) => `10.0.0.${slot * 16}/28`));
  });
});

describe('SubnetPlan', () => {
  it('hands out ranges in the order of the request, and the VPC its own', () => {
    const plan = new SubnetPlan('10.1.0.0/16');
    const requestedSubnets = ['Data', 'Data', 'Egress'].map((name) => ({
      availabilityZone: 'any',
      subnetConstructId: 'any',
      configuration: { name, subnetType: 'Isolated' as never },
    }));
    expect(plan.allocateVpcCidr()).toEqual({ cidrBlock: '10.1.0.0/16' });
    expect(plan.allocateSubnetsCidr({ vpcCidr: 'a token', requestedSubnets }).allocatedSubnets).toEqual([
      { cidr: '10.1.0.0/20' },
      { cidr: '10.1.16.0/20' },
      { cidr: '10.1.192.0/20' },
    ]);
  });
});

describe('requirePrivateNetwork', () => {
  it.each(['10.0.0.0/16', '10.255.255.0/24', '172.31.0.0/20', '192.168.0.0/16'])('accepts %s', (cidr) => {
    expect(() => requirePrivateNetwork(cidr)).not.toThrow();
  });

  it.each([
    ['a public range', '8.8.0.0/16', "'8.8.0.0/16'"],
    ['everything', '0.0.0.0/0', "'0.0.0.0/0'"],
    ['a range too large for a VPC', '10.0.0.0/15', "'10.0.0.0/15'"],
    ['a range too small for sixteen subnets', '10.0.0.0/25', "'10.0.0.0/25'"],
    ['host bits', '10.0.0.1/16', "'10.0.0.1/16'"],
    ['something else', 'a network', "'a network'"],
    ['a token', Aws.NO_VALUE, 'a token'],
  ])('refuses %s', (_what, cidr, got) => {
    expect(() => requirePrivateNetwork(cidr)).toThrow(
      `'cidr' must be a literal private network from /16 to /24 without host bits, got: ${got}`,
    );
  });
});
