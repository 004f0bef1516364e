import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EnhancedMonitoring } from '../../lib/constructs/enhanced-monitoring';
import { neighbours, testStack } from '../support/test-stack';

function monitoringTemplate(logGroup: 'manage' | 'adopt'): Template {
  const stack = testStack();
  new EnhancedMonitoring(stack, 'Monitoring', {
    key: neighbours(stack).key,
    logGroup,
    retentionDays: 2192,
    instanceIdentifier: 'sandbox-phi',
    removalPolicy: RemovalPolicy.RETAIN,
  });
  return Template.fromStack(stack);
}

const ACTIONS = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:DescribeLogStreams',
  'logs:GetLogEvents',
  'logs:PutLogEvents',
];

describe('EnhancedMonitoring', () => {
  it('lets RDS take on the role for the one instance only', () => {
    monitoringTemplate('manage').hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'monitoring.rds.amazonaws.com' },
            Condition: {
              ArnEquals: { 'aws:SourceArn': 'arn:aws:rds:us-east-1:111122223333:db:sandbox-phi' },
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            },
          },
        ],
      },
    });
  });

  it('makes the group with our key and retention, masked as far as the numbers stay whole', () => {
    monitoringTemplate('manage').hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: 'RDSOSMetrics',
      KmsKeyId: Match.stringLikeRegexp('^arn:aws:kms'),
      RetentionInDays: 2192,
      DataProtectionPolicy: { Name: 'phi-audit' },
    });
  });

  it('lets RDS write there and not shorten the retention', () => {
    monitoringTemplate('manage').hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: ACTIONS,
            Resource: Match.arrayWith([
              { 'Fn::GetAtt': [Match.stringLikeRegexp('MonitoringLogGroup'), 'Arn'] },
            ]),
          },
        ],
      },
    });
  });

  it('uses the group that the account has, with an exception beside the policy', () => {
    const template = monitoringTemplate('adopt');
    template.resourceCountIs('AWS::Logs::LogGroup', 0);
    template.hasResource('AWS::IAM::ManagedPolicy', {
      Properties: {
        PolicyDocument: {
          Statement: [
            {
              Action: ACTIONS,
              Resource: { 'Fn::Join': ['', Match.arrayWith([':log-group:RDSOSMetrics:*'])] },
            },
          ],
        },
      },
      Metadata: {
        HipaaAcknowledgements: [Match.objectLike({ kind: 'no-resource-level-permission' })],
      },
    });
  });
});
