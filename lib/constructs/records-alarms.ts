import { Duration } from 'aws-cdk-lib';
import { Alarm, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { recordsWatches, type WatchedRecords } from './records-watches';

/** What of the access service is watched. */
export interface RecordsAlarmsProps extends WatchedRecords {
  /** Who is told. */
  readonly alertTopic: ITopic;
}

/**
 * Says so when the service fails, when audit records do not reach the archive, when the signing keys grow old, and when
 * somebody tries hard. No alarm carries anything of a request.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii), 164.312(b)
 */
export class RecordsAlarms extends Construct {
  constructor(scope: Construct, id: string, props: RecordsAlarmsProps) {
    super(scope, id);
    const action = new SnsAction(props.alertTopic);
    for (const watch of recordsWatches(props)) {
      new Alarm(this, watch.id, {
        metric: new Metric({
          namespace: watch.namespace,
          metricName: watch.metricName,
          dimensionsMap: { ...watch.dimensions },
          statistic: watch.statistic,
          period: Duration.minutes(watch.minutes),
        }),
        alarmDescription: watch.description,
        comparisonOperator: watch.comparison,
        threshold: watch.threshold,
        evaluationPeriods: watch.periods,
        treatMissingData:
          watch.silence === 'alarming' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(action);
    }
  }
}
