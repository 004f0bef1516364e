/** One alarm of the CIS AWS Foundations Benchmark, with the number that Security Hub gives it. */
export interface CisAlarm {
  readonly id: `CloudWatch.${number}`;
  /** Part of the names of filter, metric and alarm, by which triage knows what the alarm counts. */
  readonly name: string;
  /** Recommendation of the CIS AWS Foundations Benchmark 3.0.0. */
  readonly benchmark: string;
  /** What happened, for whoever gets the alert. */
  readonly what: string;
  /** What to do first. */
  readonly firstStep: string;
  /**
   * Which records of the trail count. Letter for letter what Security Hub looks for: a pattern that says more fails its
   * control.
   */
  readonly pattern: string;
  /** Records within five minutes that raise the alarm. Practice. */
  readonly threshold: number;
  /** What the alarm is to triage. */
  readonly level: 'incident' | 'review';
  readonly citations: readonly string[];
}

/** A pattern for any of these calls. */
export function calls(...names: readonly string[]): string {
  return names.map((name) => `($.eventName=${name})`).join(' || ');
}

/** A pattern for any of these calls of one service. */
export function callsOf(service: string, ...names: readonly string[]): string {
  return `{($.eventSource=${service}.amazonaws.com) && (${calls(...names)})}`;
}
