import { App, Aspects, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnFlowLog, CfnSecurityGroup, CfnSubnet } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { loadEnvironments } from '../../lib/config/load';
import type { EnvironmentConfig } from '../../lib/config/schema';
import { NetworkStack } from '../../lib/stacks/network-stack';
import { unmistakableProduction } from '../support/baseline';
import { packFindings } from '../support/pack-findings';
import { CDK_CONTEXT } from '../support/test-stack';

const ENV = { account: '111122223333', region: 'us-east-1' };

function environment(name: string, network: Partial<EnvironmentConfig['network']> = {}): EnvironmentConfig {
  const [config] = loadEnvironments({ context: { environment: name }, ...ENV });
  if (config === undefined) throw new Error(`'${name}' must be an environment`);
  return { ...config, network: { ...config.network, ...network } };
}

function networkStack(stage: Stage, config: EnvironmentConfig): NetworkStack {
  const auditKey = new Key(new Stack(stage, 'Foundation'), 'AuditKey', { enableKeyRotation: true });
  return new NetworkStack(stage, 'Network', { environment: config, auditKey });
}

function networkTemplate(config: EnvironmentConfig): Template {
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  return Template.fromStack(networkStack(new Stage(app, 'Stage', { env: ENV }), config));
}

function openFindings(config: EnvironmentConfig, weaken?: (node: CfnResource) => void): readonly string[] {
  const { open, acknowledged } = packFindings((stage) => {
    const stack = networkStack(stage, config);
    const visit = (node: IConstruct) => {
      if (weaken !== undefined && CfnResource.isCfnResource(node)) weaken(node);
    };
    Aspects.of(stack).add({ visit });
  });
  expect(
    acknowledged.every((finding) => finding.startsWith('HIPAA.Security-VPCNoUnrestrictedRouteToIGW ')),
  ).toBe(config.network.natGateways > 0 || acknowledged.length === 0);
  return [...new Set(open.map((finding) => finding.replace(/ .*/, '')))];
}

describe('NetworkStack', () => {
  it.each(['sandbox', 'production'])('has no finding open and none acknowledged in %s', (name) => {
    expect(openFindings(environment(name))).toEqual([]);
  });

  it('shows the rules what it would lose', () => {
    const found = openFindings(environment('sandbox'), (node) => {
      if (node instanceof CfnSubnet) node.mapPublicIpOnLaunch = true;
      if (node instanceof CfnFlowLog) node.resourceId = 'vpc-of-somebody-else';
      if (node instanceof CfnSecurityGroup) {
        node.securityGroupIngress = [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }];
      }
      if (node instanceof CfnLogGroup) {
        node.kmsKeyId = undefined;
        node.retentionInDays = undefined;
      }
      if (node.cfnResourceType === 'Custom::VpcRestrictDefaultSG') {
        node.node.scope?.node.scope?.node.tryRemoveChild('RestrictDefaultSecurityGroupCustomResource');
      }
    });
    expect(found).toEqual(
      expect.arrayContaining([
        'AwsSolutions-EC23',
        'HIPAA.Security-CloudWatchLogGroupEncrypted',
        'HIPAA.Security-CloudWatchLogGroupRetentionPeriod',
        'HIPAA.Security-EC2RestrictedSSH',
        'HIPAA.Security-VPCDefaultSecurityGroupClosed',
        'HIPAA.Security-VPCFlowLogsEnabled',
        'HIPAA.Security-VPCSubnetAutoAssignPublicIpDisabled',
      ]),
    );
  });

  it('acknowledges the route of the public subnets, and nothing else, when NAT gateways are asked for', () => {
    const withGateways = environment('sandbox', { natGateways: 1 });
    expect(openFindings(withGateways)).toEqual([]);
    const text = JSON.stringify(networkTemplate(withGateways).findResources('AWS::EC2::Route'));
    expect(text.match(/HIPAA\.Security-VPCNoUnrestrictedRouteToIGW/g)).toHaveLength(2);
    expect(JSON.stringify(networkTemplate(environment('sandbox')).toJSON())).not.toContain('internet-egress');
  });

  it('takes its size and its endpoints from the configuration', () => {
    const template = networkTemplate(
      environment('sandbox', {
        cidr: '10.9.0.0/20',
        availabilityZones: 3,
        interfaceEndpoints: ['kms', 'logs'],
        endpointZones: 'all',
      }),
    );
    template.hasResourceProperties('AWS::EC2::VPC', { CidrBlock: '10.9.0.0/20' });
    template.resourceCountIs('AWS::EC2::Subnet', 6);
    template.resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface' }, 2);
    template.hasResourceProperties('AWS::EC2::VPCEndpoint', {
      ServiceName: 'com.amazonaws.us-east-1.kms',
      SubnetIds: [Match.anyValue(), Match.anyValue(), Match.anyValue()],
    });
  });

  it('stands in the zones that the configuration names, one endpoint zone among them', () => {
    const template = networkTemplate(environment('sandbox', { zones: ['us-east-1d', 'us-east-1b'] }));
    const zones = Object.values(template.findResources('AWS::EC2::Subnet')).map(
      ({ Properties }) => Properties.AvailabilityZone,
    );
    expect(zones).toEqual(['us-east-1d', 'us-east-1b', 'us-east-1d', 'us-east-1b']);
    template.hasResourceProperties('AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'Interface',
      SubnetIds: [{ Ref: Match.stringLikeRegexp('ServiceSubnet1') }],
    });
  });

  it('keeps records as long as the configuration says, under the audit key of another stack', () => {
    const template = networkTemplate(unmistakableProduction());
    const groups = Object.values(template.findResources('AWS::Logs::LogGroup')).map(
      ({ Properties, DeletionPolicy }) => [
        Properties.RetentionInDays,
        Object.keys(Properties.KmsKeyId),
        DeletionPolicy,
      ],
    );
    expect(groups).toEqual([
      [545, ['Fn::GetStackOutput'], 'RetainExceptOnCreate'],
      [1827, ['Fn::GetStackOutput'], 'RetainExceptOnCreate'],
    ]);
    expect(template.toJSON().Outputs).toBeUndefined();
  });

  it('lets records go with a sandbox', () => {
    networkTemplate(environment('sandbox')).allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete' });
  });

  it('asks for no look-up', () => {
    const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
    networkStack(new Stage(app, 'Stage', { env: ENV }), environment('production'));
    const assembly = app.synth();
    expect(assembly.manifest.missing).toBeUndefined();
    expect(assembly.getNestedAssembly('assembly-Stage').manifest.missing).toBeUndefined();
  });

  it('hands out subnets for data and for services', () => {
    const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
    const { vpc, dataSubnets, serviceSubnets } = networkStack(
      new Stage(app, 'Stage', { env: ENV }),
      environment('sandbox'),
    );
    const paths = [dataSubnets, serviceSubnets].map((selection) =>
      vpc.selectSubnets(selection).subnets.map(({ node }) => node.id),
    );
    expect(paths).toEqual([
      ['DataSubnet1', 'DataSubnet2'],
      ['ServiceSubnet1', 'ServiceSubnet2'],
    ]);
  });

  it('refuses an endpoint that nothing could bound', () => {
    const names = ['config'] as unknown as EnvironmentConfig['network']['interfaceEndpoints'];
    expect(() => networkTemplate(environment('sandbox', { interfaceEndpoints: names }))).toThrow(
      /'interfaceEndpoints' must name services whose endpoint takes a policy .*, got: 'config'/,
    );
  });
});
