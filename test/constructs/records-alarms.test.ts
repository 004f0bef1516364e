import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { BreakGlassAlert } from '../../lib/constructs/break-glass-alert';
import { RecordsAlarms } from '../../lib/constructs/records-alarms';
import { testStack } from '../support/test-stack';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:some-alerts';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001';

function rendered(selfSignedCertificateArn?: string): Template {
  const stack = testStack();
  const alertTopic = Topic.fromTopicArn(stack, 'Topic', TOPIC);
  new RecordsAlarms(stack, 'Alarms', {
    alertTopic,
    loadBalancerName: 'app/some/0',
    serviceName: 'service',
    relayName: 'relay',
    streamName: 'stream',
    headStreamName: 'heads',
    firewallName: 'firewall',
    ...(selfSignedCertificateArn !== undefined && { selfSignedCertificateArn }),
  });
  new BreakGlassAlert(stack, 'EmergencyAccess', { alertTopic, alertsKey: Key.fromKeyArn(stack, 'Key', KEY) });
  return Template.fromStack(stack);
}

const template = rendered();
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);

describe('RecordsAlarms', () => {
  it.each([
    ['HTTPCode_Target_5XX_Count', 'Sum', 5],
    ['HTTPCode_ELB_5XX_Count', 'Sum', 5],
    ['BlockedRequests', 'Sum', 500],
    ['Throttles', 'Sum', 1],
    ['DeliveryToS3.DataFreshness', 'Maximum', 900],
    ['DeliveryToS3.Success', 'Minimum', 1],
  ])('watches %s', (metric, statistic, threshold) => {
    expect(alarms).toContainEqual(
      expect.objectContaining({ MetricName: metric, Statistic: statistic, Threshold: threshold }),
    );
  });

  it('watches the delivery of the signed heads as that of the records', () => {
    const watched = alarms.filter(({ Namespace }) => Namespace === 'AWS/Firehose');
    expect(watched.map(({ MetricName, Dimensions }) => [MetricName, Dimensions[0].Value])).toEqual([
      ['DeliveryToS3.DataFreshness', 'stream'],
      ['DeliveryToS3.Success', 'stream'],
      ['DeliveryToS3.DataFreshness', 'heads'],
      ['DeliveryToS3.Success', 'heads'],
    ]);
  });

  it('watches errors of the service at once, and of the relay over three hours', () => {
    const errors = alarms.filter(({ MetricName }) => MetricName === 'Errors');
    expect(
      errors.map(({ Dimensions, Period, EvaluationPeriods }) => [
        Dimensions[0].Value,
        Period * EvaluationPeriods,
      ]),
    ).toEqual([
      ['service', 300],
      ['relay', 10_800],
    ]);
  });

  it('sees a relay that nobody runs any more, which makes no errors', () => {
    const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(silent).toEqual([
      expect.objectContaining({
        MetricName: 'Invocations',
        Dimensions: [{ Name: 'FunctionName', Value: 'relay' }],
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        Period: 3600,
        EvaluationPeriods: 3,
      }),
    ]);
  });

  it('tells somebody each time', () => {
    expect(alarms).toHaveLength(11);
    for (const alarm of alarms) expect(alarm.AlarmActions).toEqual([TOPIC]);
  });

  it('watches the end of a certificate that nobody else renews', () => {
    const arn = 'arn:aws:acm:us-east-1:111122223333:certificate/0';
    rendered(arn).hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'DaysToExpiry',
      Dimensions: [{ Name: 'CertificateArn', Value: arn }],
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 45,
    });
  });
});

describe('BreakGlassAlert', () => {
  const [rule] = Object.values(template.findResources('AWS::Events::Rule'));

  it('tells the topic of each emergency access that the service reports', () => {
    expect(rule?.Properties).toMatchObject({
      State: 'ENABLED',
      EventPattern: { source: ['aws-hipaa-baseline.records'], 'detail-type': ['Break-glass opened'] },
      Targets: [{ Arn: TOPIC, RoleArn: expect.anything() }],
    });
  });

  it('carries an id, a code and two times, and neither who nor whose record', () => {
    const { InputPathsMap, InputTemplate } = rule?.Properties.Targets[0].InputTransformer ?? {};
    expect(Object.values(InputPathsMap).sort()).toEqual([
      '$.detail.expiresAt',
      '$.detail.grantId',
      '$.detail.reason',
      '$.detail.reviewDueAt',
    ]);
    expect(InputTemplate).toMatch(/^"Emergency access to a patient record was opened\. Grant <.+>\."$/);
  });

  it('may publish to this topic under this key and nothing else', () => {
    const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      { Sid: 'Publish', Effect: 'Allow', Action: 'sns:Publish', Resource: TOPIC },
      { Sid: 'Encrypt', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: KEY },
    ]);
  });
});
