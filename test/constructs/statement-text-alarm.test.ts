import { Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { StatementTextAlarm } from '../../lib/constructs/statement-text-alarm';
import { testStack } from '../support/test-stack';

const stack = testStack();
new StatementTextAlarm(stack, 'StatementText', {
  logGroup: LogGroup.fromLogGroupName(stack, 'Log', 'some-database-log'),
  alertTopic: Topic.fromTopicArn(stack, 'Alerts', 'arn:aws:sns:us-east-1:111122223333:some-alerts'),
  metricNamespace: 'HipaaBaseline/sandbox',
});
const template = Template.fromStack(stack);

describe('StatementTextAlarm', () => {
  it('counts audit entries that are not suppressed', () => {
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      LogGroupName: 'some-database-log',
      FilterPattern: '"AUDIT: SESSION," -"<not logged>,<not logged>"',
    });
  });

  it('alerts at the first of them', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'AuditEntriesWithStatementText',
      Namespace: 'HipaaBaseline/sandbox',
      Statistic: 'Sum',
      Threshold: 1,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: ['arn:aws:sns:us-east-1:111122223333:some-alerts'],
    });
  });
});
