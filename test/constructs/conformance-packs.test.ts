import { CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { deployedConfigRules } from '../../lib/checks/deployed-config-rules';
import { readExcludedConfigRules } from '../../lib/checks/excluded-config-rules';
import { parseTemplate } from '../../lib/checks/template';
import type { EnvironmentFacts } from '../../lib/conformance/environment-facts';
import { ConformancePacks } from '../../lib/constructs/conformance-packs';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../../lib/safeguards/config-rules/added-rules';
import { EVERYTHING } from '../conformance/facts';
import { testStack } from '../support/test-stack';

function render(facts: Partial<EnvironmentFacts> = {}) {
  const stack = testStack();
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['us-east-1a'],
  });
  const recorder = new CfnResource(stack, 'Recorder', { type: 'AWS::Config::ConfigurationRecorder' });
  new ConformancePacks(stack, 'Packs', {
    namePrefix: 'hipaa-test',
    facts: { ...EVERYTHING, ...facts },
    vpc,
    after: [recorder],
  });
  const template = Template.fromStack(stack);
  return {
    packs: Object.values(template.findResources('AWS::Config::ConformancePack')),
    json: template.toJSON(),
  };
}

describe('ConformancePacks', () => {
  it('deploys every rule of the catalogue, as a reader of the template finds them', () => {
    const { json } = render();
    const deployed = deployedConfigRules([parseTemplate(json)]);
    expect([...deployed].sort()).toEqual(
      [...CONFIG_RULES, ...ADDED_CONFIG_RULES].map(({ name }) => name).sort(),
    );
  });

  it('names each pack after its standard', () => {
    const names = render().packs.map(({ Properties }) => Properties.ConformancePackName);
    expect(names).toContain('hipaa-test-164-312-a-1');
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-zA-Z][-a-zA-Z0-9]{0,50}$/);
  });

  it('deploys them once something records', () => {
    for (const { DependsOn } of render().packs) expect(DependsOn).toEqual(['Recorder']);
  });

  it('says beside the packs what the environment goes without, so that it travels with the template', () => {
    const { json } = render({ hasSecondRegion: false });
    expect([...readExcludedConfigRules([parseTemplate(json)]).keys()]).toEqual([
      's3-bucket-replication-enabled',
    ]);
    expect(deployedConfigRules([parseTemplate(json)]).has('s3-bucket-replication-enabled')).toBe(false);
    expect(readExcludedConfigRules([parseTemplate(render().json)]).size).toBe(0);
  });

  it('lets the VPC with NAT gateways have its internet gateway', () => {
    const withParameters = render({ hasInternetGateway: true }).packs.filter(
      ({ Properties }) => Properties.ConformancePackInputParameters !== undefined,
    );
    expect(withParameters.map(({ Properties }) => Properties.ConformancePackInputParameters)).toEqual([
      [{ ParameterName: 'AuthorizedVpcIds', ParameterValue: 'vpc-0123456789abcdef0' }],
    ]);
  });
});
