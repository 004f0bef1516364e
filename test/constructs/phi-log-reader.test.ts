import { Match, Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { PhiLogReader, type PhiLogReaderProps } from '../../lib/constructs/phi-log-reader';
import { testStack } from '../support/test-stack';

function readerTemplate(props: Partial<PhiLogReaderProps> = {}): Template {
  const stack = testStack();
  new PhiLogReader(stack, 'Reader', {
    logGroups: [new LogGroup(stack, 'PhiLog')],
    trailLogGroup: LogGroup.fromLogGroupName(stack, 'Trail', 'some-trail'),
    alertTopic: Topic.fromTopicArn(stack, 'Alerts', 'arn:aws:sns:us-east-1:111122223333:some-alerts'),
    metricNamespace: 'HipaaBaseline/sandbox',
    ...props,
  });
  return Template.fromStack(stack);
}

describe('PhiLogReader', () => {
  it('is taken on within the account only, with a second factor, for an hour', () => {
    readerTemplate().hasResourceProperties('AWS::IAM::Role', {
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Condition: {
              Bool: { 'aws:MultiFactorAuthPresent': 'true' },
              NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
            },
          },
        ],
      },
    });
  });

  it('reads and unmasks the named groups and nothing else', () => {
    const [policy] = Object.values(readerTemplate().findResources('AWS::IAM::ManagedPolicy'));
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:Unmask'],
        Resource: [
          { 'Fn::GetAtt': [expect.stringMatching(/^PhiLog/), 'Arn'] },
          {
            'Fn::Join': [
              '',
              [expect.stringMatching(/:log-group:$/), { Ref: expect.stringMatching(/^PhiLog/) }],
            ],
          },
        ],
      },
    ]);
  });

  it('counts every AssumeRole of exactly this role in the trail', () => {
    readerTemplate().hasResourceProperties('AWS::Logs::MetricFilter', {
      LogGroupName: 'some-trail',
      FilterPattern: {
        'Fn::Join': [
          '',
          [
            '{ ($.eventSource = "sts.amazonaws.com") && ($.eventName = "AssumeRole") && ($.requestParameters.roleArn = "',
            { 'Fn::GetAtt': [Match.stringLikeRegexp('^ReaderRole'), 'Arn'] },
            '") }',
          ],
        ],
      },
      MetricTransformations: [
        { MetricName: 'PhiLogReaderUses', MetricNamespace: 'HipaaBaseline/sandbox', MetricValue: '1' },
      ],
    });
  });

  it('alerts at the first use, and is silent without one', () => {
    readerTemplate().hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'PhiLogReaderUses',
      Namespace: 'HipaaBaseline/sandbox',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: ['arn:aws:sns:us-east-1:111122223333:some-alerts'],
    });
  });

  it('is refused without a group to read', () => {
    expect(() => readerTemplate({ logGroups: [] })).toThrow(
      "'logGroups' must name one group or more, got: none",
    );
  });
});
