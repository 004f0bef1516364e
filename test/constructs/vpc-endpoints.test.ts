import { Match, Template } from 'aws-cdk-lib/assertions';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import type { IsolatedVpcProps } from '../../lib/constructs/isolated-vpc-props';
import { testStack } from '../support/test-stack';
import { isolatedVpc } from '../support/vpc';

interface Endpoint {
  readonly ServiceName: unknown;
  readonly PrivateDnsEnabled: unknown;
  readonly RouteTableIds: unknown;
  readonly SecurityGroupIds: unknown;
  readonly SubnetIds: readonly { readonly Ref: string }[];
  readonly PolicyDocument: { readonly Statement: readonly { readonly Sid: string }[] };
}

function vpcTemplate(props?: Partial<IsolatedVpcProps>): Template {
  const stack = testStack();
  isolatedVpc(stack, props);
  return Template.fromStack(stack);
}

function endpoints(template: Template, type: 'Gateway' | 'Interface'): [string, Endpoint][] {
  const found = template.findResources('AWS::EC2::VPCEndpoint', { Properties: { VpcEndpointType: type } });
  return Object.entries(found).map(([id, { Properties }]) => [id, Properties as Endpoint]);
}

const PERIMETER = {
  StringEquals: {
    'aws:PrincipalAccount': { Ref: 'AWS::AccountId' },
    'aws:ResourceAccount': { Ref: 'AWS::AccountId' },
  },
};

describe('VpcEndpoints', () => {
  const template = vpcTemplate();

  it.each(endpoints(template, 'Gateway'))('bounds %s to this account on both sides', (_id, properties) => {
    expect(properties.PolicyDocument.Statement).toEqual([expect.objectContaining({ Condition: PERIMETER })]);
  });

  it.each(endpoints(template, 'Interface'))('bounds %s to this account on both sides', (_id, properties) => {
    expect(properties.PolicyDocument.Statement).toEqual([expect.objectContaining({ Condition: PERIMETER })]);
  });

  it('gives S3 and DynamoDB a gateway endpoint', () => {
    const names = endpoints(template, 'Gateway').map(([, { ServiceName }]) => JSON.stringify(ServiceName));
    expect(names).toEqual([expect.stringContaining('".s3"'), expect.stringContaining('".dynamodb"')]);
  });

  it('routes S3 and DynamoDB from service subnets only: a database exports nothing to a bucket', () => {
    for (const [, { RouteTableIds }] of endpoints(template, 'Gateway')) {
      expect(RouteTableIds).toEqual([
        { Ref: expect.stringContaining('VpcServiceSubnet1RouteTable') },
        { Ref: expect.stringContaining('VpcServiceSubnet2RouteTable') },
      ]);
    }
  });

  it('answers to the services’ own names in every zone', () => {
    const found = endpoints(template, 'Interface').map(
      ([, { ServiceName, PrivateDnsEnabled, SubnetIds }]) => [
        ServiceName,
        PrivateDnsEnabled,
        SubnetIds.map(({ Ref }) => Ref.slice(0, 'VpcServiceSubnet1'.length)),
      ],
    );
    expect(found).toEqual([
      ['com.amazonaws.us-east-1.kms', true, ['VpcServiceSubnet1', 'VpcServiceSubnet2']],
      ['com.amazonaws.us-east-1.sts', true, ['VpcServiceSubnet1', 'VpcServiceSubnet2']],
    ]);
  });

  it('stands in one zone where that is asked for', () => {
    const oneZone = vpcTemplate({ endpointZones: 'one', availabilityZones: 3 });
    for (const [, { SubnetIds }] of endpoints(oneZone, 'Interface')) expect(SubnetIds).toHaveLength(1);
  });

  it('lets in HTTPS from the VPC’s literal range, nothing else, and nothing out', () => {
    template.resourceCountIs('AWS::EC2::SecurityGroup', 1);
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [
        {
          CidrIp: '10.0.0.0/16',
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          Description: 'HTTPS from inside the VPC',
        },
      ],
      SecurityGroupEgress: [
        {
          CidrIp: '255.255.255.255/32',
          Description: 'Disallow all traffic',
          IpProtocol: 'icmp',
          FromPort: 252,
          ToPort: 86,
        },
      ],
    });
    const [group] = Object.keys(template.findResources('AWS::EC2::SecurityGroup'));
    for (const [, { SecurityGroupIds }] of endpoints(template, 'Interface')) {
      expect(SecurityGroupIds).toEqual([{ 'Fn::GetAtt': [group, 'GroupId'] }]);
    }
  });

  it('needs no security group where there is no interface endpoint', () => {
    const bare = vpcTemplate({ interfaceEndpoints: [] });
    bare.resourceCountIs('AWS::EC2::SecurityGroup', 0);
    expect(endpoints(bare, 'Gateway')).toHaveLength(2);
  });

  it('lets image layers through S3 only where images are pulled', () => {
    const sids = (of: Template) =>
      endpoints(of, 'Gateway').map(([, { PolicyDocument }]) =>
        PolicyDocument.Statement.map(({ Sid }) => Sid),
      );
    expect(sids(vpcTemplate({ interfaceEndpoints: ['ecr.api', 'ecr.dkr'] }))).toEqual([
      ['OwnPrincipalsToOwnResources', 'ImageLayers'],
      ['OwnPrincipalsToOwnResources'],
    ]);
    expect(sids(template)).toEqual([['OwnPrincipalsToOwnResources'], ['OwnPrincipalsToOwnResources']]);
  });

  it('refuses a service whose endpoint takes no policy', () => {
    const names = ['verifiedpermissions'] as unknown as IsolatedVpcProps['interfaceEndpoints'];
    expect(() => vpcTemplate({ interfaceEndpoints: names })).toThrow(
      /^'interfaceEndpoints' must name services whose endpoint takes a policy .*, got: 'verifiedpermissions'$/,
    );
  });

  it('fails synthesis when somebody adds an endpoint that everybody may pass', () => {
    const stack = testStack();
    const vpc = isolatedVpc(stack);
    vpc.addInterfaceEndpoint('Open', { service: InterfaceVpcEndpointAwsService.SQS });
    expect(() => Template.fromStack(stack)).toThrow(
      "'policyDocument' must be set on every VPC endpoint, got: nothing on 'Test/Vpc/Open/Resource'",
    );
  });

  it('names the policy of every endpoint in the template', () => {
    template.allResourcesProperties('AWS::EC2::VPCEndpoint', { PolicyDocument: Match.objectLike({}) });
  });
});
