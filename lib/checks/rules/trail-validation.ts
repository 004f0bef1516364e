import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { isTrue } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';
import { recordsManagementEvents, recordsObjectEvents } from './trail-selectors';

/** What must be switched on, and what is lost without it. */
const SWITCHES = [
  ['IsLogging', 'record at all'],
  ['EnableLogFileValidation', 'sign its log files, so that a change to them is noticed'],
  ['IsMultiRegionTrail', 'record every region, also those that nobody uses'],
] as const;

/** What must be named. A name that the template does not tell is still a name. */
const NAMES = [
  ['KMSKeyId', 'encrypt its log files with a customer-managed key'],
  ['CloudWatchLogsLogGroupArn', 'send its events to CloudWatch Logs, where alarms read them'],
  ['CloudWatchLogsRoleArn', 'have a role with which it writes to CloudWatch Logs'],
] as const;

/**
 * A trail records management events and the reads and writes of objects, in every region, signed, encrypted and where alarms read them.
 * A switch that the template does not decide counts as off.
 *
 * @see 45 CFR 164.312(b)
 */
export const trailValidation: BaselineRule = {
  id: 'Baseline-TrailValidation',
  severity: 'error',
  info: 'A trail records management and object events of every region, validated, encrypted and sent to CloudWatch Logs.',
  explanation:
    'Who read which record can only be told from a trail that missed nothing and that nobody changed unnoticed.',
  fix: 'Set IsLogging, EnableLogFileValidation and IsMultiRegionTrail to true, name KMSKeyId, CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn, and select management events and data events of AWS::S3::Object, reads and writes.',
  citations: ['164.312(b)', '164.308(a)(1)(ii)(D)', '164.312(c)(2)'],
  basis: 'practice',
  evaluate: ({ resource, template }) =>
    resource.Type === 'AWS::CloudTrail::Trail' ? judgeVariants(resource, template, judge) : [],
};

function judge(properties: JsonObject): readonly string[] {
  return [
    ...SWITCHES.filter(([name]) => !isTrue(properties[name])).map(
      ([name, purpose]) => `The trail must ${purpose}: '${name}' must be true, ${got(properties[name])}`,
    ),
    ...NAMES.filter(([name]) => properties[name] === undefined || properties[name] === '').map(
      ([name, purpose]) => `The trail must ${purpose}: '${name}' must be set, got: none.`,
    ),
    ...(recordsManagementEvents(properties)
      ? []
      : ['The trail must record all management events, reads and writes: its selectors leave some out.']),
    ...(recordsObjectEvents(properties)
      ? []
      : ['The trail must record data events of AWS::S3::Object, reads and writes: no selector does.']),
  ];
}
