import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { isTrue, wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';
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
  evaluate: ({ resource, template }) =>
    resource.Type === 'AWS::S3::Bucket' ? judgeVariants(resource, template, judge) : [],
};

function judge({ ObjectLockEnabled, ObjectLockConfiguration }: JsonObject): readonly string[] {
  if (!isTrue(ObjectLockEnabled) && ObjectLockConfiguration === undefined) return [];
  const rule = plainObject(plainObject(ObjectLockConfiguration)?.Rule);
  const retention = plainObject(rule?.DefaultRetention);
  if (retention === undefined) return ['A bucket with Object Lock must have a default retention, got: none.'];
  const { Mode, Days, Years } = retention;
  const days = Days === undefined ? (wholeNumber(Years) ?? 0) * DAYS_PER_YEAR : (wholeNumber(Days) ?? 0);
  return [
    ...(Mode === 'COMPLIANCE' || Mode === 'GOVERNANCE'
      ? []
      : [`The default retention must have the mode COMPLIANCE or GOVERNANCE, ${got(Mode)}`]),
    ...(days >= SIX_YEARS_IN_DAYS
      ? []
      : [
          `The default retention must be at least ${SIX_YEARS_IN_DAYS} days (or 7 years), ${got(Days ?? Years)}`,
        ]),
  ];
}
