import type { BaselineRule } from '../baseline-rule';
import { isJsonObject } from '../template';
import { SIX_YEARS_IN_DAYS } from './retention-days';

/** S3 does not say how it counts a year; counted as 365 days, a lock never ends earlier than six calendar years. */
const DAYS_PER_YEAR = 365;

/**
 * A bucket with Object Lock keeps every object for six years by default.
 *
 * @see 45 CFR 164.316(b)(2)(i)
 */
export const archiveRetention: BaselineRule = {
  id: 'Baseline-ArchiveRetention',
  severity: 'error',
  info: `A bucket with Object Lock keeps every object for at least ${SIX_YEARS_IN_DAYS} days.`,
  explanation:
    'A lock that ends early lets the record of an incident be deleted while it must still be shown.',
  fix: `Set ObjectLockConfiguration.Rule.DefaultRetention to a Mode and to Days of ${SIX_YEARS_IN_DAYS} or more (or Years of 7 or more).`,
  citations: ['164.316(b)(2)(i)', '164.312(b)', '164.312(c)(1)'],
  basis: 'practice',
  evaluate: ({ resource: { Type, Properties = {} } }) => {
    if (Type !== 'AWS::S3::Bucket') return [];
    if (!isTrue(Properties.ObjectLockEnabled) && Properties.ObjectLockConfiguration === undefined) return [];
    const retention = defaultRetention(Properties.ObjectLockConfiguration);
    if (retention === undefined)
      return ['A bucket with Object Lock must have a default retention, got: none.'];
    const days = Number(retention.Days ?? Number(retention.Years) * DAYS_PER_YEAR);
    return [
      ...(retention.Mode === 'COMPLIANCE' || retention.Mode === 'GOVERNANCE'
        ? []
        : [
            `The default retention must have the mode COMPLIANCE or GOVERNANCE, got: ${JSON.stringify(retention.Mode)}.`,
          ]),
      ...(days >= SIX_YEARS_IN_DAYS
        ? []
        : [
            `The default retention must be at least ${SIX_YEARS_IN_DAYS} days, got: ${JSON.stringify(retention)}.`,
          ]),
    ];
  },
};

function defaultRetention(configuration: unknown): Readonly<Record<string, unknown>> | undefined {
  const rule = isJsonObject(configuration) ? configuration.Rule : undefined;
  const retention = isJsonObject(rule) ? rule.DefaultRetention : undefined;
  return isJsonObject(retention) ? retention : undefined;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
