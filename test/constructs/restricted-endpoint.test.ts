import { Match, Template } from 'aws-cdk-lib/assertions';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { RestrictedEndpoint } from '../../lib/constructs/restricted-endpoint';
import { testStack } from '../support/test-stack';
import { isolatedVpc } from '../support/vpc';

const stack = testStack();
const vpc = isolatedVpc(stack, { interfaceEndpoints: [] });
const caller = new SecurityGroup(stack, 'Caller', { vpc, allowAllOutbound: false });
new RestrictedEndpoint(stack, 'Config', {
  vpc,
  subnets: vpc.serviceSubnets,
  service: 'config',
  callers: [caller],
});
const template = Template.fromStack(stack);

describe('RestrictedEndpoint', () => {
  it('stands for the service under its own name inside the VPC', () => {
    template.hasResourceProperties('AWS::EC2::VPCEndpoint', {
      ServiceName: 'com.amazonaws.us-east-1.config',
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: true,
    });
  });

  it('is reached by its callers on HTTPS and by nobody else', () => {
    const rules = template.findResources('AWS::EC2::SecurityGroupIngress');
    expect(Object.values(rules).map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        FromPort: 443,
        ToPort: 443,
        IpProtocol: 'tcp',
        SourceSecurityGroupId: { 'Fn::GetAtt': [expect.stringMatching(/^Caller/), 'GroupId'] },
      }),
    ]);
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: Match.stringLikeRegexp('^HTTPS to config'),
      SecurityGroupIngress: Match.absent(),
    });
  });
});
