import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { WebFirewall } from '../../lib/constructs/web-firewall';
import { neighbours, testStack } from '../support/test-stack';

const stack = testStack();
new WebFirewall(stack, 'Firewall', {
  resourceArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/some/0',
  name: 'sandbox-records',
  requestsPerMinute: 600,
  logKey: neighbours(stack).key,
  logRetentionDays: 2192,
  removalPolicy: RemovalPolicy.RETAIN,
});
const template = Template.fromStack(stack);
const [acl] = Object.values(template.findResources('AWS::WAFv2::WebACL'));

describe('WebFirewall', () => {
  it('stands before the load balancer', () => {
    template.hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
      ResourceArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/some/0',
    });
  });

  it('refuses what comes too often from one address, first of all', () => {
    expect(acl?.Properties.Rules[0]).toMatchObject({
      Priority: 0,
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 600, EvaluationWindowSec: 60 } },
    });
  });

  it('lets the groups of AWS refuse what they know, but for two rules that only count', () => {
    const groups = acl?.Properties.Rules.slice(1).map(
      (rule: {
        OverrideAction: unknown;
        Statement: {
          ManagedRuleGroupStatement: { Name: string; RuleActionOverrides?: { Name: string }[] };
        };
      }) => [
        rule.Statement.ManagedRuleGroupStatement.Name,
        rule.OverrideAction,
        // An empty list is no list to AWS WAF: it refuses one.
        rule.Statement.ManagedRuleGroupStatement.RuleActionOverrides?.map(({ Name }) => Name),
      ],
    );
    expect(groups).toEqual([
      ['AWSManagedRulesAmazonIpReputationList', { None: {} }, undefined],
      ['AWSManagedRulesAnonymousIpList', { None: {} }, ['HostingProviderIPList']],
      ['AWSManagedRulesCommonRuleSet', { None: {} }, ['SizeRestrictions_BODY']],
      ['AWSManagedRulesKnownBadInputsRuleSet', { None: {} }, undefined],
      ['AWSManagedRulesSQLiRuleSet', { None: {} }, undefined],
    ]);
  });

  it('shows no request in samples', () => {
    const text = JSON.stringify(acl);
    expect(text.match(/"SampledRequestsEnabled":false/g)).toHaveLength(7);
    expect(text).not.toContain('"SampledRequestsEnabled":true');
  });

  it('keeps bodies, queries, cookies and credentials out of its log, what a rule matched included', () => {
    expect(acl?.Properties.DataProtectionConfig.DataProtections).toEqual([
      { Field: { FieldType: 'BODY' }, Action: 'SUBSTITUTION' },
      { Field: { FieldType: 'QUERY_STRING' }, Action: 'SUBSTITUTION' },
      {
        Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie'] },
        Action: 'SUBSTITUTION',
      },
    ]);
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [
        { SingleHeader: { Name: 'authorization' } },
        { SingleHeader: { Name: 'cookie' } },
        { QueryString: {} },
      ],
    });
  });

  it('logs under our key to a group of the name that AWS WAF demands, and nobody else may write there', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: 'aws-waf-logs-sandbox-records',
      RetentionInDays: 2192,
      KmsKeyId: neighboursKey(),
    });
    const [configuration] = Object.values(template.findResources('AWS::WAFv2::LoggingConfiguration'));
    expect(JSON.stringify(configuration?.Properties.LogDestinationConfigs)).not.toContain(':*');
    const [delivery] = Object.values(template.findResources('AWS::Logs::ResourcePolicy'));
    const policy = JSON.stringify(delivery?.Properties.PolicyDocument);
    expect(policy).toContain('delivery.logs.amazonaws.com');
    expect(policy).toMatch(/aws:SourceAccount/);
    expect(configuration?.DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/LogDelivery/)]));
  });
});

function neighboursKey(): string {
  return 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000';
}
