import { packOfRule, qualifiedRuleId, ruleWithoutFinding } from '../../lib/checks/rule-packs';

describe('packOfRule', () => {
  it.each([
    ['HIPAA.Security-IAMNoInlinePolicy', 'hipaa'],
    ['AwsSolutions-IAM5[Resource::*]', 'aws-solutions'],
    ['AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/x]', 'aws-solutions'],
    ['Baseline-ArchiveRetention', 'baseline'],
    ['Eligibility-Service', 'eligibility'],
    ['W3010', 'schema'],
    ['Annotation::@aws-cdk/aws-ec2:noSubnetRouteTableId', 'schema'],
    ['HIPAA.Security::HIPAA.Security-IAMNoInlinePolicy', undefined],
    ['hipaa.security-iamnoinlinepolicy', undefined],
    ['CloudFormation-Validate::W3010', undefined],
    ['*', undefined],
    ['', undefined],
  ])('%p belongs to %p', (rule, pack) => {
    expect(packOfRule(rule)).toBe(pack);
  });
});

describe('qualifiedRuleId', () => {
  it('writes no blank, because the CDK compares without them', () => {
    expect(qualifiedRuleId('AwsSolutions-IAM5[Resource::a b]')).toBe(
      'AwsSolutions::AwsSolutions-IAM5[Resource::a-b]',
    );
  });
});

describe('ruleWithoutFinding', () => {
  it.each([
    ['AwsSolutions-IAM5[Resource::{"Fn::Select":[0,["a"]]}]', 'AwsSolutions-IAM5'],
    ['AwsSolutions-S1', 'AwsSolutions-S1'],
  ])('%s is %s', (rule, expected) => {
    expect(ruleWithoutFinding(rule)).toBe(expected);
  });
});
