import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccessLogBucket } from '../../lib/constructs/access-log-bucket';
import { receiveLoadBalancerLogs } from '../../lib/constructs/load-balancer-log-delivery';
import { statementOf, testStack } from '../support/test-stack';

it("takes logs of this account's load balancers below one prefix, and lets nobody read them", () => {
  const stack = testStack();
  const bucket = new AccessLogBucket(stack, 'AccessLogs', {
    retentionDays: 2192,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  receiveLoadBalancerLogs(bucket);
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy'));
  const statement = statementOf(policy?.Properties.PolicyDocument, 'LoadBalancerLogs');
  expect(statement).toMatchObject({
    Effect: 'Allow',
    Action: 's3:PutObject',
    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
  });
  expect(JSON.stringify(statement.Resource)).toMatch(/"\/load-balancers\/AWSLogs\/",.*AccountId.*"\/\*"/);
});
