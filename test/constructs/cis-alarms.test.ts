import { Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { CisAlarms } from '../../lib/constructs/cis-alarms';
import { CIS_ALARMS } from '../../lib/safeguards/cis-alarms';
import { testStack } from '../support/test-stack';

const stack = testStack();
new CisAlarms(stack, 'CisAlarms', {
  trailLogGroup: LogGroup.fromLogGroupName(stack, 'Trail', 'some-trail'),
  alertTopic: Topic.fromTopicArn(stack, 'Alerts', 'arn:aws:sns:us-east-1:111122223333:some-alerts'),
  metricNamespace: 'HipaaBaseline/sandbox',
});
const template = Template.fromStack(stack);

describe('CisAlarms', () => {
  it.each(CIS_ALARMS)(
    'counts in the trail what $id is about, and tells somebody',
    ({ name, pattern, threshold }) => {
      template.hasResourceProperties('AWS::Logs::MetricFilter', {
        LogGroupName: 'some-trail',
        FilterPattern: pattern,
        MetricTransformations: [
          { MetricName: name, MetricNamespace: 'HipaaBaseline/sandbox', MetricValue: '1' },
        ],
      });
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: name,
        Namespace: 'HipaaBaseline/sandbox',
        Statistic: 'Sum',
        Period: 300,
        Threshold: threshold,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        EvaluationPeriods: 1,
        TreatMissingData: 'notBreaching',
        AlarmActions: ['arn:aws:sns:us-east-1:111122223333:some-alerts'],
      });
    },
  );

  it('has fourteen alarms on fourteen filters and no other', () => {
    template.resourceCountIs('AWS::Logs::MetricFilter', 14);
    template.resourceCountIs('AWS::CloudWatch::Alarm', 14);
  });
});
