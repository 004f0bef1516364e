import { Template } from 'aws-cdk-lib/assertions';
import { SecurityHub, type SecurityHubProps } from '../../lib/constructs/security-hub';
import { testStack } from '../support/test-stack';

function hubTemplate(props: Partial<SecurityHubProps> = {}) {
  const stack = testStack();
  new SecurityHub(stack, 'SecurityHub', {
    hub: 'manage',
    standards: [],
    aggregation: 'one-region',
    ...props,
  });
  return Template.fromStack(stack);
}

describe('Security Hub', () => {
  it('gathers findings, and evaluates and bills no standard that nobody chose', () => {
    const template = hubTemplate();
    template.hasResourceProperties('AWS::SecurityHub::Hub', {
      EnableDefaultStandards: false,
      AutoEnableControls: true,
      ControlFindingGenerator: 'SECURITY_CONTROL',
    });
    template.resourceCountIs('AWS::SecurityHub::Standard', 0);
    template.resourceCountIs('AWS::SecurityHub::FindingAggregator', 0);
  });

  it.each([
    ['fsbp', 'aws-foundational-security-best-practices/v/1.0.0'],
    ['cis-1.4', 'cis-aws-foundations-benchmark/v/1.4.0'],
    ['cis-3.0', 'cis-aws-foundations-benchmark/v/3.0.0'],
    ['cis-5.0', 'cis-aws-foundations-benchmark/v/5.0.0'],
    ['nist-800-53', 'nist-800-53/v/5.0.0'],
    ['nist-800-171', 'nist-800-171/v/2.0.0'],
    ['pci-dss-4.0.1', 'pci-dss/v/4.0.1'],
  ] as const)('evaluates %s where it is chosen', (standard, name) => {
    hubTemplate({ standards: [standard] }).hasResourceProperties('AWS::SecurityHub::Standard', {
      StandardsArn: `arn:aws:securityhub:us-east-1::standards/${name}`,
    });
  });

  it('turns standards on after itself and one after the other', () => {
    const template = hubTemplate({ standards: ['fsbp', 'nist-800-53'], aggregation: 'all-regions' });
    const [hub] = Object.keys(template.findResources('AWS::SecurityHub::Hub'));
    const standards = Object.entries(template.findResources('AWS::SecurityHub::Standard'));
    expect(standards.map(([, { DependsOn }]) => DependsOn)).toEqual([[hub], [hub, standards[0]?.[0]]]);
    const [aggregator] = Object.values(template.findResources('AWS::SecurityHub::FindingAggregator'));
    expect(aggregator).toMatchObject({ Properties: { RegionLinkingMode: 'ALL_REGIONS' }, DependsOn: [hub] });
  });

  it('adopts the one that is on, with the standards that were chosen', () => {
    const template = hubTemplate({ hub: 'adopt', standards: ['fsbp'] });
    template.resourceCountIs('AWS::SecurityHub::Hub', 0);
    template.resourceCountIs('AWS::SecurityHub::Standard', 1);
  });
});
