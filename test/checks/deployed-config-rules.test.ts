import { deployedConfigRules } from '../../lib/checks/deployed-config-rules';
import { parseTemplate } from '../../lib/checks/template';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import { OWN_CONFIG_RULES } from '../../lib/safeguards/config-rules/own-rules';

const S3_TLS = { name: 's3-bucket-ssl-requests-only', identifier: 'S3_BUCKET_SSL_REQUESTS_ONLY' };
const TRAIL = { name: 'cloudtrail-enabled', identifier: 'CLOUD_TRAIL_ENABLED' };

function deployed(Type: string, Properties: object, more: object = {}): readonly string[] {
  return [...deployedConfigRules([parseTemplate({ Resources: { Rule: { Type, Properties, ...more } } })])];
}

const managed = ({ identifier }: typeof S3_TLS) => ({
  Source: { Owner: 'AWS', SourceIdentifier: identifier },
});
/** As a stack writes a rule of ours: its own name comes after the rule's. */
const own = (check: string) => ({
  ConfigRuleName: { 'Fn::Join': ['', [`hipaa-${check}-`, { Ref: 'AWS::StackName' }]] },
  InputParameters: { check },
  Source: { Owner: 'CUSTOM_LAMBDA', SourceIdentifier: { 'Fn::GetAtt': ['Evaluator', 'Arn'] } },
});
const PACK = `
Parameters: { MaximumDays: { Type: String, Default: "90" } }
Resources:
  Tls: { Type: AWS::Config::ConfigRule, Properties: { Source: { Owner: AWS, SourceIdentifier: ${S3_TLS.identifier} } } }
  Trail:
    Type: AWS::Config::ConfigRule
    Condition: !Ref Maybe
    Properties: { Source: { Owner: AWS, SourceIdentifier: ${TRAIL.identifier} } }
`;

describe('deployedConfigRules', () => {
  it.each([S3_TLS, TRAIL])('knows $identifier as $name, as the catalogue does', (rule) => {
    expect(CONFIG_RULES).toEqual(expect.arrayContaining([expect.objectContaining(rule)]));
    expect(deployed('AWS::Config::ConfigRule', managed(rule))).toEqual([rule.name]);
  });

  it('knows rules of an organization, and those in a conformance pack', () => {
    const OrganizationManagedRuleMetadata = { RuleIdentifier: TRAIL.identifier };
    expect(deployed('AWS::Config::OrganizationConfigRule', { OrganizationManagedRuleMetadata })).toEqual([
      TRAIL.name,
    ]);
    for (const type of ['AWS::Config::ConformancePack', 'AWS::Config::OrganizationConformancePack']) {
      expect(deployed(type, { TemplateBody: PACK })).toEqual([S3_TLS.name]);
    }
  });

  it('knows the ports of ours by their name, apart from the rule of AWS with the same identifier', () => {
    const ports = managed({ name: '', identifier: 'RESTRICTED_INCOMING_TRAFFIC' });
    expect(deployed('AWS::Config::ConfigRule', ports)).toEqual(['restricted-common-ports']);
    expect(
      deployed('AWS::Config::ConfigRule', { ...ports, ConfigRuleName: 'restricted-database-ports' }),
    ).toEqual(['restricted-database-ports']);
  });

  it.each(OWN_CONFIG_RULES)('knows $name by what its function is asked', ({ name, check }) => {
    expect(deployed('AWS::Config::ConfigRule', own(check))).toEqual([name]);
  });

  it.each([
    [
      'a rule of code of its own',
      'AWS::Config::ConfigRule',
      { Source: { Owner: 'CUSTOM_LAMBDA', SourceIdentifier: TRAIL.identifier } },
      {},
    ],
    ['a rule that only may be deployed', 'AWS::Config::ConfigRule', managed(TRAIL), { Condition: 'Maybe' }],
    [
      'a rule that nobody knows',
      'AWS::Config::ConfigRule',
      managed({ name: '', identifier: 'NO_SUCH_RULE' }),
      {},
    ],
    [
      'a rule that is known at deployment',
      'AWS::Config::ConfigRule',
      { Source: { Owner: 'AWS', SourceIdentifier: { Ref: 'P' } } },
      {},
    ],
    [
      'another rule under the name of ours',
      'AWS::Config::ConfigRule',
      { ConfigRuleName: 'restricted-database-ports', ...managed({ name: '', identifier: 'NO_SUCH_RULE' }) },
      {},
    ],
    ['a rule of ours for a check that nobody knows', 'AWS::Config::ConfigRule', own('everything'), {}],
    [
      "somebody's rule that is asked the same under another name",
      'AWS::Config::ConfigRule',
      { ...own('archive-locked'), ConfigRuleName: 'my-archive-locked' },
      {},
    ],
    [
      'a rule of ours that AWS is said to run',
      'AWS::Config::ConfigRule',
      { ...own('archive-locked'), ...managed({ name: '', identifier: 'X' }) },
      {},
    ],
    ['a pack that stands elsewhere', 'AWS::Config::ConformancePack', { TemplateS3Uri: 's3://x/y' }, {}],
    ['a pack that cannot be read', 'AWS::Config::ConformancePack', { TemplateBody: 'a: b: c' }, {}],
    ['a pack that is no template', 'AWS::Config::ConformancePack', { TemplateBody: 'Resources: 5' }, {}],
    ['another resource', 'AWS::SNS::Topic', managed(TRAIL), {}],
  ])('does not count %s', (_what, type, properties, more) => {
    expect(deployed(type, properties, more)).toEqual([]);
  });
});
