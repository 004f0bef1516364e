import { Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { functionTargetGroup } from '../../lib/constructs/tls-target-group';
import { testStack } from '../support/test-stack';

const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:service';

describe('the target group of a function', () => {
  const stack = testStack();
  functionTargetGroup(stack, 'Service', LambdaFunction.fromFunctionArn(stack, 'Function', FUNCTION));
  const template = Template.fromStack(stack);

  it('hands on every value of a header, so that one that was sent twice is seen', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetType: 'lambda',
      Targets: [{ Id: FUNCTION }],
      TargetGroupAttributes: [{ Key: 'lambda.multi_value_headers.enabled', Value: 'true' }],
    });
  });

  it('lets load balancers of this account alone invoke it, before it is registered', () => {
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: FUNCTION,
      Principal: 'elasticloadbalancing.amazonaws.com',
      SourceArn: {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':elasticloadbalancing:',
            { Ref: 'AWS::Region' },
            ':',
            { Ref: 'AWS::AccountId' },
            ':targetgroup/*',
          ],
        ],
      },
    });
    template.hasResource('AWS::ElasticLoadBalancingV2::TargetGroup', { DependsOn: ['ServicePermission'] });
  });
});
