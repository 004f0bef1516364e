import { Aws } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';

/** The parts of the access service that are watched, by the names that CloudWatch knows them by. */
export interface WatchedRecords {
  /** `app/name/id`, as CloudWatch names a load balancer. */
  readonly loadBalancerName: string;

  readonly serviceName: string;
  readonly relayName: string;
  readonly streamName: string;

  /** The stream of the signed heads. */
  readonly headStreamName: string;
  readonly firewallName: string;

  /**
   * A certificate that nobody renews by itself.
   *
   * @default - ACM renews it
   */
  readonly selfSignedCertificateArn?: string;
}

/** One thing to watch: a metric, when it is too much, and what to do. */
interface Watch {
  readonly id: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Maximum' | 'Minimum' | 'Sum';
  readonly minutes: number;
  readonly periods: number;
  readonly comparison: ComparisonOperator;
  readonly threshold: number;

  /**
   * What it means that there is nothing to measure.
   *
   * @default 'fine'
   */
  readonly silence?: 'fine' | 'alarming';
  readonly description: string;
}

const AT_LEAST = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
const BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;

/** Requests that the firewall refused in five minutes: more than what wanders about the Internet. */
const SURGE = 500;

/** Seconds that the oldest record may wait; Firehose gives up after a day. */
const STALE_SECONDS = 15 * 60;

/** Days before a certificate's end. */
const EXPIRY_DAYS = 45;

/** Everything of the access service that somebody is told of. */
export function recordsWatches(props: WatchedRecords): readonly Watch[] {
  return [
    ...edgeWatches(props),
    ...serviceWatches(props),
    ...streamWatches('Audit', 'Audit records of record access', props.streamName),
    ...streamWatches('Head', 'Signed heads of the log of record access', props.headStreamName),
  ];
}

const FIVE_MINUTES = {
  statistic: 'Sum',
  minutes: 5,
  periods: 1,
  comparison: AT_LEAST,
  threshold: 1,
} as const;

function edgeWatches(props: WatchedRecords): readonly Watch[] {
  const balancer = { namespace: 'AWS/ApplicationELB', dimensions: { LoadBalancer: props.loadBalancerName } };
  return [
    {
      ...balancer,
      ...FIVE_MINUTES,
      id: 'Failures',
      metricName: 'HTTPCode_Target_5XX_Count',
      threshold: 5,
      description:
        'The access service answers with errors. It fails closed where an audit record, a decision or a key is not to be had: see its log for the types of the errors.',
    },
    {
      ...balancer,
      ...FIVE_MINUTES,
      id: 'Unreachable',
      metricName: 'HTTPCode_ELB_5XX_Count',
      threshold: 5,
      description: 'The load balancer answers with errors of its own: the access service cannot be reached.',
    },
    {
      ...FIVE_MINUTES,
      id: 'Blocked',
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      dimensions: { WebACL: props.firewallName, Region: Aws.REGION, Rule: 'ALL' },
      threshold: SURGE,
      description: 'The web firewall refuses unusually many requests: somebody tries, or a rule is wrong.',
    },
    ...(props.selfSignedCertificateArn === undefined
      ? []
      : [certificateWatch(props.selfSignedCertificateArn)]),
  ];
}

function certificateWatch(certificateArn: string): Watch {
  return {
    id: 'CertificateEnd',
    namespace: 'AWS/CertificateManager',
    metricName: 'DaysToExpiry',
    dimensions: { CertificateArn: certificateArn },
    statistic: 'Minimum',
    minutes: 24 * 60,
    periods: 1,
    comparison: BELOW,
    threshold: EXPIRY_DAYS,
    description:
      'The self-made certificate of the sandbox ends soon: raise records.certificateIssue by one and deploy, which renews it.',
  };
}

function serviceWatches(props: WatchedRecords): readonly Watch[] {
  const service = { namespace: 'AWS/Lambda', dimensions: { FunctionName: props.serviceName } };
  return [
    {
      ...service,
      ...FIVE_MINUTES,
      id: 'Errors',
      metricName: 'Errors',
      description: 'The access service ended without an answer: see its log for the type of the error.',
    },
    {
      ...service,
      ...FIVE_MINUTES,
      id: 'Throttles',
      metricName: 'Throttles',
      description:
        'Requests are refused because too many run at the same time: raise the concurrency or look for a flood.',
    },
    {
      ...FIVE_MINUTES,
      id: 'SigningKeys',
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensions: { FunctionName: props.relayName },
      minutes: 60,
      periods: 3,
      description:
        'The public keys of the sign-in were not fetched for three hours. After 24 hours nobody can sign in.',
    },
    {
      ...FIVE_MINUTES,
      id: 'SigningKeysStill',
      namespace: 'AWS/Lambda',
      metricName: 'Invocations',
      dimensions: { FunctionName: props.relayName },
      minutes: 60,
      periods: 3,
      comparison: BELOW,
      // What does not run makes no errors.
      silence: 'alarming',
      description:
        'Nothing has asked for the public keys of the sign-in for three hours: look at its schedule. After 24 hours nobody can sign in.',
    },
  ];
}

/** @param what begins a sentence, in the plural */
function streamWatches(id: string, what: string, streamName: string): readonly Watch[] {
  const stream = {
    namespace: 'AWS/Firehose',
    dimensions: { DeliveryStreamName: streamName },
    minutes: 5,
    periods: 3,
  };
  return [
    {
      ...stream,
      id: `${id}Delivery`,
      metricName: 'DeliveryToS3.DataFreshness',
      statistic: 'Maximum',
      comparison: AT_LEAST,
      threshold: STALE_SECONDS,
      description: `${what} do not reach the archive. Firehose drops them after 24 hours: repair the delivery before.`,
    },
    {
      ...stream,
      id: `${id}Failures`,
      metricName: 'DeliveryToS3.Success',
      statistic: 'Minimum',
      comparison: BELOW,
      threshold: 1,
      description: `${what} are refused by their bucket: see the log of the delivery.`,
    },
  ];
}
