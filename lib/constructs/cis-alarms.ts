import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { CIS_ALARMS } from '../safeguards/cis-alarms';
import type { CisAlarm } from '../safeguards/cis-alarms/cis-alarm';

/** The window in which an alarm counts. */
const WINDOW = Duration.minutes(5);

/** Properties of {@link CisAlarms}. */
export interface CisAlarmsProps {
  /** The group that the trail of management events is delivered to, its principals and ARNs unmasked. */
  readonly trailLogGroup: ILogGroup;

  /** Who is told; CloudWatch can publish to it. */
  readonly alertTopic: ITopic;

  /** Namespace of the metrics; one for each environment, or their alarms would mix. */
  readonly metricNamespace: string;
}

/**
 * The fourteen alarms of the CIS AWS Foundations Benchmark on what the trail records, Security Hub's CloudWatch.1 to
 * CloudWatch.14.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(C), 164.312(b)
 */
export class CisAlarms extends Construct {
  constructor(scope: Construct, id: string, props: CisAlarmsProps) {
    super(scope, id);
    for (const row of CIS_ALARMS) this.renderAlarm(row, props);
  }

  private renderAlarm(row: CisAlarm, props: CisAlarmsProps): void {
    const events = new MetricFilter(this, `${row.name}Events`, {
      logGroup: props.trailLogGroup,
      filterPattern: FilterPattern.literal(row.pattern),
      metricNamespace: props.metricNamespace,
      metricName: row.name,
      metricValue: '1',
    });
    const alarm = new Alarm(this, row.name, {
      metric: events.metric({ statistic: 'Sum', period: WINDOW }),
      alarmDescription: `${row.what} ${row.firstStep} (${row.id}, CIS ${row.benchmark})`,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: row.threshold,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.alertTopic));
  }
}
