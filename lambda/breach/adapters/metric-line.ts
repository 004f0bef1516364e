/** Where the path's own measurements stand in CloudWatch. */
export const METRIC_NAMESPACE = 'HipaaBaseline/Breach';

/** What the path measures of itself. */
export type MetricName = 'HeartbeatArrived' | 'TopicsNobodyReads' | 'ClockPartsFailed';

/**
 * A line that CloudWatch Logs takes for a measurement: no call, no client, no permission.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricLine(name: MetricName, value: number, environment: string, at: Date): string {
  return JSON.stringify({
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: METRIC_NAMESPACE,
          Dimensions: [['Environment']],
          Metrics: [{ Name: name, Unit: 'Count' }],
        },
      ],
    },
    Environment: environment,
    [name]: value,
  });
}
