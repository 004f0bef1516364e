import { Match, Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ManagedPolicyRole } from '../../lib/constructs/managed-policy-role';
import { testStack } from '../support/test-stack';

function roleWith(resources: string[]) {
  const stack = testStack();
  const role = new ManagedPolicyRole(stack, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  for (const resource of resources) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [resource] }));
  }
  return { stack, role };
}

describe('ManagedPolicyRole', () => {
  it('collects grants in one customer managed policy and no inline one', () => {
    const { stack } = roleWith(['arn:aws:s3:::a/1', 'arn:aws:s3:::b/1']);
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::IAM::ManagedPolicy', 1);
    template.resourceCountIs('AWS::IAM::Policy', 0);
    template.hasResourceProperties('AWS::IAM::Role', { Policies: Match.absent() });
  });

  it('attaches the policy on the role itself, so that it stands before the role is used', () => {
    const { stack } = roleWith(['arn:aws:s3:::a/1']);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      ManagedPolicyArns: [{ Ref: Match.stringLikeRegexp('RolePolicy') }],
    });
  });

  it('has no policy while nothing is granted', () => {
    Template.fromStack(roleWith([]).stack).resourceCountIs('AWS::IAM::ManagedPolicy', 0);
  });

  it('fails synthesis when the policy outgrows the limit of IAM', () => {
    const resources = Array.from(
      { length: 200 },
      (_, index) => `arn:aws:s3:::bucket/object-${index}-${'x'.repeat(20)}`,
    );
    expect(() => Template.fromStack(roleWith(resources).stack)).toThrow(
      /'policy' must have at most 6144 characters, got: \d+/,
    );
  });
});
