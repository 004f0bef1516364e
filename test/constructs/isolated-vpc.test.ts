import { App, Aws, Fn, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { GatewayVpcEndpointAwsService, SubnetType, type VpcProps } from 'aws-cdk-lib/aws-ec2';
import type { IsolatedVpcProps } from '../../lib/constructs/isolated-vpc-props';
import { CDK_CONTEXT, testStack } from '../support/test-stack';
import { isolatedVpc } from '../support/vpc';

function vpcTemplate(props?: Partial<IsolatedVpcProps>): Template {
  const stack = testStack();
  isolatedVpc(stack, props);
  return Template.fromStack(stack);
}

function ranges(template: Template): Record<string, string> {
  const subnets = Object.entries(template.findResources('AWS::EC2::Subnet'));
  return Object.fromEntries(
    subnets.map(([id, { Properties }]) => [
      id.replace(/^Vpc(\w+)Subnet(\d)Subnet\w+$/, '$1$2'),
      Properties.CidrBlock,
    ]),
  );
}

describe('IsolatedVpc', () => {
  const template = vpcTemplate();

  it('has isolated subnets for data and for services, one in each zone', () => {
    expect(ranges(template)).toEqual({
      Data1: '10.0.0.0/20',
      Data2: '10.0.16.0/20',
      Service1: '10.0.64.0/20',
      Service2: '10.0.80.0/20',
    });
  });

  it('has no way to the Internet', () => {
    for (const type of [
      'AWS::EC2::InternetGateway',
      'AWS::EC2::VPCGatewayAttachment',
      'AWS::EC2::NatGateway',
      'AWS::EC2::EIP',
      'AWS::EC2::Route',
      'AWS::EC2::VPNGateway',
    ]) {
      template.resourceCountIs(type, 0);
    }
  });

  it('has public subnets for a load balancer alone where one is on the Internet, and moves nothing else', () => {
    const open = vpcTemplate({ publicFor: 'load-balancer' });
    expect(ranges(open)).toEqual({
      ...ranges(template),
      Public1: '10.0.128.0/20',
      Public2: '10.0.144.0/20',
    });
    open.resourceCountIs('AWS::EC2::InternetGateway', 1);
    open.resourceCountIs('AWS::EC2::NatGateway', 0);
    const routes = Object.keys(open.findResources('AWS::EC2::Route'));
    expect(routes.every((id) => id.startsWith('VpcPublicSubnet'))).toBe(true);
    open.allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
  });

  it('answers private DNS, which the endpoints need', () => {
    template.hasResourceProperties('AWS::EC2::VPC', { EnableDnsSupport: true, EnableDnsHostnames: true });
  });

  it('gives no interface a public address', () => {
    vpcTemplate({ natGateways: 1 }).allResourcesProperties('AWS::EC2::Subnet', {
      MapPublicIpOnLaunch: false,
    });
  });

  it('records its traffic where it stands', () => {
    template.hasResourceProperties('AWS::EC2::FlowLog', {
      TrafficType: 'ALL',
      ResourceId: { Ref: Object.keys(template.findResources('AWS::EC2::VPC'))[0] },
    });
  });

  it('hands out the subnets for data and for services, and they are different ones', () => {
    const vpc = isolatedVpc(testStack());
    const [data, service] = [vpc.dataSubnets, vpc.serviceSubnets].map((s) => vpc.selectSubnets(s).subnetIds);
    expect(data).toHaveLength(2);
    expect(service).toHaveLength(2);
    expect(new Set([...(data ?? []), ...(service ?? [])]).size).toBe(4);
    expect(vpc.publicSubnets).toEqual([]);
    expect(vpc.privateSubnets).toEqual([]);
  });
});

describe('NAT gateways', () => {
  const template = vpcTemplate({ natGateways: 2 });

  it('stand in public subnets of their own and serve egress subnets only', () => {
    template.resourceCountIs('AWS::EC2::NatGateway', 2);
    const routes = Object.values(template.findResources('AWS::EC2::Route')).map(({ Properties }) => [
      Properties.RouteTableId.Ref.replace(/^Vpc(\w+)Subnet(\d)RouteTable\w+$/, '$1$2'),
      Object.keys(Properties).find((name) => /^(Nat)?GatewayId$/.test(name)),
    ]);
    expect(routes).toEqual([
      ['Public1', 'GatewayId'],
      ['Public2', 'GatewayId'],
      ['Egress1', 'NatGatewayId'],
      ['Egress2', 'NatGatewayId'],
    ]);
  });

  it('leave egress subnets inside the perimeter of S3 and DynamoDB', () => {
    for (const { Properties } of Object.values(
      template.findResources('AWS::EC2::VPCEndpoint', { Properties: { VpcEndpointType: 'Gateway' } }),
    )) {
      expect(Properties.RouteTableIds.map(({ Ref }: { Ref: string }) => Ref.slice(3, 9))).toEqual([
        'Servic',
        'Servic',
        'Egress',
        'Egress',
      ]);
    }
  });
});

describe('the ranges of subnets', () => {
  it('stay where they are when a zone or NAT gateways are added', () => {
    const before = ranges(vpcTemplate());
    expect(ranges(vpcTemplate({ availabilityZones: 3 }))).toMatchObject(before);
    expect(ranges(vpcTemplate({ natGateways: 2 }))).toMatchObject(before);
  });
});

describe('zones', () => {
  function zonesAndLookups(env?: { account: string; region: string }, named?: readonly string[]) {
    const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Test', { ...(env && { env }) });
    isolatedVpc(stack, { availabilityZones: 3, zones: named });
    const assembly = app.synth();
    const subnets = Object.values(Template.fromStack(stack).findResources('AWS::EC2::Subnet'));
    return {
      zones: subnets.slice(0, 3).map(({ Properties }) => Properties.AvailabilityZone),
      lookups: assembly.manifest.missing,
    };
  }
  const zones = [0, 1, 2].map((index) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] }));

  it.each([
    ['with account and region', { account: '111122223333', region: 'us-east-1' }],
    ['of no particular account', undefined],
  ])('are chosen at deployment in a stack %s, nothing is looked up', (_what, env) => {
    expect(zonesAndLookups(env)).toEqual({ zones, lookups: undefined });
  });

  it.each([
    ['with account and region', { account: '111122223333', region: 'us-east-1' }],
    ['of no particular account', undefined],
  ])('are the named ones, in their order, in a stack %s, and nothing is looked up', (_what, env) => {
    const named = ['us-east-1f', 'us-east-1a', 'us-east-1c'];
    expect(zonesAndLookups(env, named)).toEqual({ zones: named, lookups: undefined });
  });

  it('by name move no range and change no id', () => {
    const [before, after] = [vpcTemplate(), vpcTemplate({ zones: ['us-east-1b', 'us-east-1c'] })];
    expect(ranges(after)).toEqual(ranges(before));
    expect(Object.keys(after.toJSON().Resources)).toEqual(Object.keys(before.toJSON().Resources));
  });

  it('leave the stack’s own answer as it was', () => {
    const stack = new Stack(new App(), 'Agnostic');
    const before = stack.resolve(stack.availabilityZones);
    isolatedVpc(stack, { availabilityZones: 3 });
    expect(stack.resolve(stack.availabilityZones)).toEqual(before);
    expect(Object.hasOwn(stack, 'availabilityZones')).toBe(false);
  });
});

describe('what a caller may not do', () => {
  const refusals: readonly [string, Record<string, unknown>, string][] = [
    ['a public range', { cidr: '8.8.0.0/16' }, "'cidr' must be a literal private network"],
    ['a token as range', { cidr: Aws.NO_VALUE }, 'without host bits, got: a token'],
    ['one zone', { availabilityZones: 1 }, "'availabilityZones' must be 2 or 3, got: 1"],
    ['four zones', { availabilityZones: 4 }, "'availabilityZones' must be 2 or 3, got: 4"],
    [
      'a token as zones',
      { availabilityZones: Token.asNumber(Fn.ref('Zones')) },
      "'availabilityZones' must be 2 or 3, got: a token",
    ],
    [
      'fewer zones by name than by number',
      { zones: ['us-east-1a'] },
      "'zones' must name as many different zones as 'availabilityZones' (2), got: ['us-east-1a']",
    ],
    ['no zone by name', { zones: [] }, "as 'availabilityZones' (2), got: []"],
    [
      'one zone twice',
      { zones: ['us-east-1a', 'us-east-1a'] },
      "'zones' must name as many different zones as 'availabilityZones' (2), got: ['us-east-1a', 'us-east-1a']",
    ],
    [
      'a zone of another region',
      { zones: ['us-east-1a', 'us-east-2a'] },
      "'zones' must be literal names of zones of us-east-1, got: 'us-east-2a'",
    ],
    [
      'a local zone',
      { zones: ['us-east-1a', 'us-east-1-bos-1a'] },
      "'zones' must be literal names of zones of us-east-1, got: 'us-east-1-bos-1a'",
    ],
    [
      'what only begins like a zone',
      { zones: ['us-east-1a', 'us-east-1B'] },
      "'zones' must be literal names of zones of us-east-1, got: 'us-east-1B'",
    ],
    ['a token as zone', { zones: ['us-east-1a', Fn.select(0, Fn.getAzs())] }, 'of us-east-1, got: a token'],
    [
      'more NAT gateways than zones',
      { natGateways: 3 },
      "'natGateways' must be a whole number from 0 to 'availabilityZones' (2), got: 3",
    ],
    ['a negative number of NAT gateways', { natGateways: -1 }, "'availabilityZones' (2), got: -1"],
    ['half a NAT gateway', { natGateways: 0.5 }, "'availabilityZones' (2), got: 0.5"],
    ['a token as NAT gateways', { natGateways: Token.asNumber(Fn.ref('Nat')) }, '(2), got: a token'],
    [
      'no zone for endpoints',
      { endpointZones: 'none' },
      "'endpointZones' must be 'one' or 'all', got: 'none'",
    ],
    [
      'flow records of less than a year',
      { flowLogRetentionDays: 364 },
      "'flowLogRetentionDays' must be at least 365 days, got: 364",
    ],
    [
      'flow records for nobody knows how long',
      { flowLogRetentionDays: Number.NaN },
      "'flowLogRetentionDays' must be at least 365 days, got: NaN",
    ],
  ];

  it.each(refusals)('%s', (_what, props, message) => {
    expect(() => vpcTemplate(props as Partial<IsolatedVpcProps>)).toThrow(message);
  });

  it('a token as zone where the region is a token too', () => {
    const stack = new Stack(new App(), 'Agnostic');
    const zones = ['us-east-1a', Fn.select(0, Fn.getAzs())];
    expect(() => isolatedVpc(stack, { zones })).toThrow(
      "'zones' must be literal names of zones, got: a token",
    );
  });

  it('has nothing in common with the properties of a VPC but its size', () => {
    const common: Record<Extract<keyof IsolatedVpcProps, keyof VpcProps>, true> = {
      cidr: true,
      availabilityZones: true,
      natGateways: true,
    };
    // @ts-expect-error the default security group is always closed
    const weaker: keyof IsolatedVpcProps = 'restrictDefaultSecurityGroup';
    expect(Object.keys(common)).not.toContain(weaker);
  });

  it('pass on a property of a VPC that opens something', () => {
    const template = vpcTemplate({
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [{ name: 'Data', subnetType: SubnetType.PUBLIC, mapPublicIpOnLaunch: true }],
      gatewayEndpoints: { Open: { service: GatewayVpcEndpointAwsService.S3 } },
      vpnGateway: true,
    } as Partial<IsolatedVpcProps>);
    expect(template.toJSON()).toEqual(vpcTemplate().toJSON());
  });
});
