import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** Names of the decoys, as calls have them. */
export interface DecoyTargets {
  readonly bucketName: string;
  readonly tableName: string;
  readonly secretName: string;
}

/** Properties of a {@link DecoyAlarm}. */
export interface DecoyAlarmProps {
  readonly decoys: DecoyTargets;

  /** The group that the trail delivers to, with the data events of bucket and table. */
  readonly trailLogGroup: ILogGroup;

  /** Who is told; CloudWatch can publish to it. */
  readonly alertTopic: ITopic;

  /** Namespace of the metric; one for each environment, or their alarms would mix. */
  readonly metricNamespace: string;
}

/**
 * The pattern for calls that name a decoy, refused ones too. What services do by themselves does not count: AWS Config,
 * Macie and CloudFormation look at every resource.
 */
export function decoyPattern({ bucketName, tableName, secretName }: DecoyTargets): string {
  return (
    '{ $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" && (' +
    [
      `($.requestParameters.bucketName = "${bucketName}")`,
      `($.requestParameters.tableName = "*${tableName}")`,
      `($.resources[0].ARN = "*:table/${tableName}")`,
      `($.requestParameters.secretId = "${secretName}")`,
      // A secret is also named by its ARN, with or without what Secrets Manager adds at its end.
      `($.requestParameters.secretId = "*:secret:${secretName}*")`,
    ].join(' || ') +
    ') }'
  );
}

/**
 * Alerts when somebody touches a decoy, within minutes and apart from the routes of events: an intruder would have to
 * silence both.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii)
 */
export class DecoyAlarm extends Construct {
  constructor(scope: Construct, id: string, props: DecoyAlarmProps) {
    super(scope, id);
    const touches = new MetricFilter(this, 'Touches', {
      logGroup: props.trailLogGroup,
      filterPattern: FilterPattern.literal(decoyPattern(props.decoys)),
      metricNamespace: props.metricNamespace,
      metricName: 'DecoyTouches',
      metricValue: '1',
    });
    const alarm = new Alarm(this, 'DecoyTouched', {
      metric: touches.metric({ statistic: 'Sum', period: Duration.minutes(1) }),
      alarmDescription:
        'Somebody touched a decoy. Take the identity as stolen: deactivate it, then read everything it did.',
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.alertTopic));
  }
}
