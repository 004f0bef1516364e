import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { AccountRootPrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ManagedPolicyRole } from './managed-policy-role';

/** The longest that one unmasked reading lasts; then the reader shows the second factor again. */
const SESSION = Duration.hours(1);

/**
 * Reading, and reading what is masked. No CloudWatch Logs Insights: `logs:GetQueryResults` cannot be limited to these
 * groups.
 */
const READ_ACTIONS = ['logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:Unmask'];

/** Properties of a {@link PhiLogReader}. */
export interface PhiLogReaderProps {
  /** The only groups that the role reads. */
  readonly logGroups: readonly ILogGroup[];

  /** The group that the trail of management events is delivered to, its principals and ARNs unmasked. */
  readonly trailLogGroup: ILogGroup;

  /** Who is told when the role is used. */
  readonly alertTopic: ITopic;

  /** Namespace of the metric that counts uses; one for each environment, or their alarms would mix. */
  readonly metricNamespace: string;
}

/**
 * The one role of the baseline that sees PHI in logs unmasked: taken on by people of this account whose IAM policies
 * allow it, with a second factor, for an hour at most, and never without an alert.
 *
 * Identities that sign in through a federation cannot show the second factor to IAM and are refused.
 *
 * @see 45 CFR 164.308(a)(4)(ii)(B), 164.312(a)(1), 164.312(b), 164.312(d)
 */
export class PhiLogReader extends Construct {
  readonly role: ManagedPolicyRole;

  constructor(scope: Construct, id: string, props: PhiLogReaderProps) {
    super(scope, id);
    if (props.logGroups.length === 0) throw new Error("'logGroups' must name one group or more, got: none");
    this.role = new ManagedPolicyRole(this, 'Role', {
      description: 'Reads logs that may hold PHI without masking; every use is alerted',
      maxSessionDuration: SESSION,
      assumedBy: new AccountRootPrincipal().withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': SESSION.toSeconds().toString() },
      }),
    });
    for (const group of props.logGroups) group.grant(this.role, ...READ_ACTIONS);
    this.alertOnUse(this.countUses(props), props.alertTopic);
  }

  private countUses(props: PhiLogReaderProps): Metric {
    const uses = new MetricFilter(this, 'Uses', {
      logGroup: props.trailLogGroup,
      filterPattern: FilterPattern.literal(
        `{ ($.eventSource = "sts.amazonaws.com") && ($.eventName = "AssumeRole") && ` +
          `($.requestParameters.roleArn = "${this.role.roleArn}") }`,
      ),
      metricNamespace: props.metricNamespace,
      metricName: 'PhiLogReaderUses',
      metricValue: '1',
    });
    return uses.metric({ statistic: 'Sum', period: Duration.minutes(1) });
  }

  /** Failed attempts count too: someone wants to read what is masked. */
  private alertOnUse(uses: Metric, topic: ITopic): void {
    const alarm = new Alarm(this, 'Used', {
      metric: uses,
      alarmDescription:
        'Somebody assumed, or tried to assume, the role that reads masked logs. Confirm with the security officer; otherwise treat it as an incident.',
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  }
}
