import { CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { declareNoPhi } from '../../../lib/checks/eligibility/declare-no-phi';
import { testStack } from '../../support/test-stack';

describe('declareNoPhi', () => {
  it('writes the statement into the template, beside what stands there', () => {
    const stack = testStack();
    declareNoPhi(new Topic(stack, 'Typed'));
    declareNoPhi(new CfnResource(stack, 'Plain', { type: 'AWS::Events::ApiDestination' }));
    const template = Template.fromStack(stack);
    for (const type of ['AWS::SNS::Topic', 'AWS::Events::ApiDestination']) {
      template.hasResource(type, { Metadata: { HipaaBaseline: { phi: 'none' } } });
    }
  });

  it('refuses what is no resource', () => {
    const plain = new Construct(testStack(), 'Nothing');
    expect(() => declareNoPhi(plain)).toThrow(
      "'resource' must be a CloudFormation resource or stand for one, got: 'Test/Nothing'",
    );
  });
});
