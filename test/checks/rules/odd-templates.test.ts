import fc from 'fast-check';
import { BASELINE_RULES } from '../../../lib/checks/baseline-rules';
import { against } from './subject';

/** Types that rules look at, and the names of properties that they read. */
const TYPES = [
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::CloudFront::Distribution',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBParameterGroup',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Lambda::Function',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::LaunchTemplate',
  'AWS::ImageBuilder::DistributionConfiguration',
  'AWS::S3::Bucket',
  'AWS::ECS::Service',
];
const NAMES = [
  ...[
    'Protocol',
    'Port',
    'SslPolicy',
    'DefaultActions',
    'Actions',
    'ListenerArn',
    'ListenerAttributes',
    'Listeners',
    'Policies',
  ],
  ...[
    'DistributionConfig',
    'DefaultCacheBehavior',
    'CacheBehaviors',
    'ViewerCertificate',
    'DomainNameConfigurations',
  ],
  ...[
    'EndpointConfiguration',
    'DomainEndpointOptions',
    'Engine',
    'DBParameterGroupName',
    'SourceDBInstanceIdentifier',
  ],
  ...[
    'Family',
    'Parameters',
    'AdminCreateUserConfig',
    'TokenValidityUnits',
    'ExplicitAuthFlows',
    'Environment',
    'Timeout',
  ],
  ...[
    'SecurityGroupIngress',
    'IpProtocol',
    'FromPort',
    'CidrIp',
    'SourcePrefixListId',
    'LaunchTemplateData',
    'Tags',
  ],
  ...[
    'Distributions',
    'WebsiteConfiguration',
    'NetworkConfiguration',
    'Type',
    'Key',
    'Value',
    'Name',
    '__proto__',
  ],
];
const FUNCTIONS = [
  'Ref',
  'Fn::If',
  'Fn::GetAtt',
  'Fn::Sub',
  'Fn::Join',
  'Fn::FindInMap',
  'Fn::ImportValue',
  'Fn::GetStackOutput',
];

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      80,
      1e21,
      '',
      'HTTPS',
      'HTTP',
      'postgres',
      'Subject',
      'Subject.Arn',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
    fc.tuple(fc.constantFrom(...FUNCTIONS), tie('value')).map(([name, argument]) => ({ [name]: argument })),
  ),
}));

describe('our own rules', () => {
  it.each(BASELINE_RULES)('$id judges the oddest template without throwing', (rule) => {
    const properties = fc.dictionary(fc.constantFrom(...NAMES), value, { minKeys: 3, maxKeys: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), properties, value, (Type, Properties, odd) => {
        // As a file would hold it: fast-check makes objects without a prototype too.
        const template = JSON.parse(
          JSON.stringify({
            Resources: { Subject: { Type, Properties }, Other: { Type, Properties: { Port: odd } } },
            Outputs: { Odd: odd, Out: { Value: odd, Export: odd } },
            Parameters: { Odd: odd, HTTPS: { Type: 'String', Default: odd } },
          }),
        );
        for (const message of against(rule, template)) {
          expect(message.length).toBeGreaterThan(10);
          expect(message.length).toBeLessThan(600);
        }
      }),
      { numRuns: 60 },
    );
  });
});
