import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject, Template } from '../template';
import { got } from '../template-values/got';
import { refersTo } from '../template-values/references';
import { resourcesOfType } from '../template-values/resources-of-type';
import { wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';
import { SIX_YEARS_IN_DAYS } from './retention-days';

/**
 * The log group of a trail keeps its events for six years.
 *
 * @see 45 CFR 164.312(b)
 */
export const auditLogRetention: BaselineRule = {
  id: 'Baseline-AuditLogRetention',
  severity: 'error',
  info: `The log group of a trail keeps its events for at least ${SIX_YEARS_IN_DAYS} days.`,
  explanation: 'An incident is often found years later; without the trail nobody can tell what was touched.',
  fix: `Set RetentionInDays of the log group to ${SIX_YEARS_IN_DAYS} or more.`,
  citations: ['164.312(b)', '164.316(b)(2)(i)'],
  basis: 'practice',
  evaluate: ({ logicalId, resource, template, templates }: RuleSubject) =>
    resource.Type === 'AWS::Logs::LogGroup' && isTrailLogGroup(logicalId, template, templates)
      ? judgeVariants(resource, template, judge)
      : [],
};

function judge({ RetentionInDays: days }: JsonObject): readonly string[] {
  return days === undefined || (wholeNumber(days) ?? 0) >= SIX_YEARS_IN_DAYS
    ? []
    : [`The log group of a trail must keep its events for at least ${SIX_YEARS_IN_DAYS} days, ${got(days)}`];
}

function isTrailLogGroup(logicalId: string, template: Template, templates: readonly Template[]): boolean {
  return templates.some((other) =>
    resourcesOfType(other, 'AWS::CloudTrail::Trail').some(({ resource: { Properties } }) =>
      refersTo(Properties?.CloudWatchLogsLogGroupArn, other, { logicalId, template }),
    ),
  );
}
