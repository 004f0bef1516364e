import { Match, Template } from 'aws-cdk-lib/assertions';
import { AlertTopic } from '../../lib/constructs/alert-topic';
import { neighbours, statementOf, testStack } from '../support/test-stack';

function topicTemplate(email?: string): Template {
  const stack = testStack();
  new AlertTopic(stack, 'Alerts', { key: neighbours(stack).key, email });
  return Template.fromStack(stack);
}

const topicPolicy = (template: Template) =>
  Object.values(template.findResources('AWS::SNS::TopicPolicy'))[0]?.Properties.PolicyDocument;

describe('AlertTopic', () => {
  it('is encrypted with our key', () => {
    topicTemplate().hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: Match.stringLikeRegexp('^arn:aws:kms'),
    });
  });

  it('refuses to be published to without TLS', () => {
    expect(JSON.stringify(topicPolicy(topicTemplate()))).toContain('"Bool":{"aws:SecureTransport":"false"}');
  });

  it('lets the alarms of this account publish, and nobody else', () => {
    expect(statementOf(topicPolicy(topicTemplate()), 'Alarms')).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it('says in its template that what it publishes carries no PHI', () => {
    topicTemplate().hasResource('AWS::SNS::Topic', { Metadata: { HipaaBaseline: { phi: 'none' } } });
  });

  it('subscribes the address that was given, and nobody without one', () => {
    topicTemplate('security@hospital.example').hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'security@hospital.example',
    });
    topicTemplate().resourceCountIs('AWS::SNS::Subscription', 0);
  });
});
