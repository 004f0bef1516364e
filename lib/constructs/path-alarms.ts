import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, type MetricName } from '../../lambda/breach/adapters/metric-line';
import { TICK } from './deadline-clock';
import type { VpcFunction } from './vpc-function';

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/** Properties of {@link PathAlarms}. */
export interface PathAlarmsProps {
  readonly environmentName: string;

  /** Topics that do not depend on the path: what says that it is broken must not need it. */
  readonly alarmTopics: readonly ITopic[];

  /** What must always be empty: each hand-over leaves there what it could not hand over. */
  readonly deadLetters: Readonly<Record<string, IQueue>>;

  readonly intakeQueue: IQueue;

  /** What reads the register's stream. */
  readonly notifier: VpcFunction;

  /** Functions that must not fail. */
  readonly functions: Readonly<Record<string, VpcFunction>>;
}

/**
 * Says that the path itself is broken: events that nobody could take in, alerts that nobody could send, a heart that stopped,
 * topics that nobody reads.
 *
 * @see 45 CFR 164.308(a)(6)(ii), 164.308(a)(1)(ii)(D)
 */
export class PathAlarms extends Construct {
  private readonly topics: readonly ITopic[];

  constructor(scope: Construct, id: string, props: PathAlarmsProps) {
    super(scope, id);
    this.topics = props.alarmTopics;
    for (const [name, queue] of Object.entries(props.deadLetters)) {
      this.alarm(`${name}DeadLetters`, 'Something could not be handed over; it is kept for 14 days', {
        metric: queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum' }),
        threshold: 1,
      });
    }
    for (const [name, handler] of Object.entries(props.functions)) {
      this.alarm(`${name}Errors`, 'A function of the response fails', {
        metric: handler.function.metricErrors({ period: FIVE_MINUTES, statistic: 'Sum' }),
        threshold: 1,
        periods: 3,
      });
    }
    this.renderDelays(props);
    this.renderSilence(props.environmentName);
  }

  private renderDelays({ intakeQueue, notifier }: PathAlarmsProps): void {
    this.alarm('IntakeDelay', 'Events wait for more than five minutes to be taken in', {
      metric: intakeQueue.metricApproximateAgeOfOldestMessage({ period: MINUTE, statistic: 'Maximum' }),
      threshold: FIVE_MINUTES.toSeconds(),
    });
    this.alarm('AlertDelay', 'Alerts wait for more than five minutes to be sent', {
      metric: notifier.function.metric('IteratorAge', { period: MINUTE, statistic: 'Maximum' }),
      threshold: FIVE_MINUTES.toMilliseconds(),
    });
  }

  private renderSilence(environmentName: string): void {
    const metric = (metricName: MetricName, statistic: string, period: Duration) =>
      new Metric({
        namespace: METRIC_NAMESPACE,
        metricName,
        dimensionsMap: { Environment: environmentName },
        statistic,
        period,
      });
    // Two beats may be missed: one is late where a clock ticks just after a period begins.
    this.alarm('Silence', 'No heartbeat came through the response', {
      metric: metric('HeartbeatArrived', 'Sum', TICK),
      threshold: 0,
      periods: 3,
      below: true,
    });
    this.alarm('NobodyReads', 'An alert topic has no confirmed subscription', {
      metric: metric('TopicsNobodyReads', 'Maximum', Duration.hours(1)),
      threshold: 1,
    });
    this.alarm('ClockPartsFailed', 'Something that is due could not be looked at', {
      metric: metric('ClockPartsFailed', 'Maximum', TICK),
      threshold: 1,
      periods: 2,
    });
  }

  private alarm(
    id: string,
    alarmDescription: string,
    when: {
      readonly metric: IMetric;
      readonly threshold: number;
      readonly periods?: number;
      readonly below?: boolean;
    },
  ): void {
    const alarm = new Alarm(this, id, {
      alarmDescription,
      metric: when.metric,
      threshold: when.threshold,
      evaluationPeriods: when.periods ?? 1,
      comparisonOperator:
        when.below === true
          ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: when.below === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    for (const topic of this.topics) alarm.addAlarmAction(new SnsAction(topic));
  }
}
