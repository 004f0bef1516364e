import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { VpcFlowLog } from '../../lib/constructs/vpc-flow-log';
import { neighbours, testStack } from '../support/test-stack';

function flowLogTemplate(): Template {
  const stack = testStack();
  const { key } = neighbours(stack);
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['us-east-1a'] });
  new VpcFlowLog(stack, 'FlowLog', { vpc, key, retentionDays: 2192, removalPolicy: RemovalPolicy.RETAIN });
  return Template.fromStack(stack);
}

describe('VpcFlowLog', () => {
  const template = flowLogTemplate();
  const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup'));

  it('records accepted and refused traffic of the whole VPC, every minute', () => {
    template.hasResourceProperties('AWS::EC2::FlowLog', {
      ResourceType: 'VPC',
      ResourceId: 'vpc-1',
      TrafficType: 'ALL',
      MaxAggregationInterval: 60,
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: { Ref: logGroup },
      LogFormat: Match.absent(),
    });
  });

  it('keeps the records under the given key, for the given days, after the stack is gone', () => {
    template.hasResource('AWS::Logs::LogGroup', {
      Properties: { KmsKeyId: Match.stringLikeRegexp('^arn:aws:kms'), RetentionInDays: 2192 },
      DeletionPolicy: 'Retain',
    });
  });

  it('writes with a role that may write this one log group and nothing else', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
          },
        ],
      },
    });
    template.resourceCountIs('AWS::IAM::Policy', 0);
    template.resourceCountIs('AWS::IAM::Role', 1);
  });

  it('lends the role to flow logs of this account only', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      Policies: Match.absent(),
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: { 'aws:SourceArn': Match.anyValue() },
            },
          },
        ],
      },
    });
  });
});
