import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** Properties of a {@link StatementTextAlarm}. */
export interface StatementTextAlarmProps {
  /** The group that pgaudit's entries are exported to. */
  readonly logGroup: ILogGroup;

  /** Who is told. */
  readonly alertTopic: ITopic;

  /** Namespace of the metric; one for each environment, or their alarms would mix. */
  readonly metricNamespace: string;
}

/**
 * Says so when an audit entry of the database carries the text of a statement, which may hold PHI: the database
 * was not prepared, or somebody turned `pgaudit.log_statement` on again.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.312(b)
 */
export class StatementTextAlarm extends Construct {
  constructor(scope: Construct, id: string, props: StatementTextAlarmProps) {
    super(scope, id);
    const entries = new MetricFilter(this, 'Entries', {
      logGroup: props.logGroup,
      // pgaudit writes "<not logged>" in place of the text, and again in place of the parameters.
      filterPattern: FilterPattern.literal('"AUDIT: SESSION," -"<not logged>,<not logged>"'),
      metricNamespace: props.metricNamespace,
      metricName: 'AuditEntriesWithStatementText',
      metricValue: '1',
    });
    const alarm = new Alarm(this, 'Logged', {
      metric: entries.metric({ statistic: 'Sum', period: Duration.minutes(5) }),
      alarmDescription:
        'Audit entries of the database carry statement text. Run the database preparation (pgaudit.log_statement = off) and assess what was logged.',
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.alertTopic));
  }
}
