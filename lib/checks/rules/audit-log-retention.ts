import type { BaselineRule, RuleSubject } from '../baseline-rule';
import { isJsonObject, type Template } from '../template';
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
  fix: `Set RetentionInDays of the log group to ${SIX_YEARS_IN_DAYS} or more, or leave it out to keep events for ever.`,
  citations: ['164.312(b)', '164.316(b)(2)(i)'],
  basis: 'practice',
  evaluate: ({ logicalId, resource, template, templates }: RuleSubject) => {
    if (resource.Type !== 'AWS::Logs::LogGroup') return [];
    const days = resource.Properties?.RetentionInDays;
    if (days === undefined || !isTrailLogGroup(logicalId, template, templates)) return [];
    return typeof days === 'number' && days >= SIX_YEARS_IN_DAYS
      ? []
      : [
          `The log group of a trail must keep its events for at least ${SIX_YEARS_IN_DAYS} days, got: ${text(days)}.`,
        ];
  },
};

function isTrailLogGroup(logicalId: string, template: Template, templates: readonly Template[]): boolean {
  const outputs = outputsThatName(logicalId, template);
  return templates.some((other) =>
    Object.values(other.Resources).some(({ Type, Properties }) => {
      if (Type !== 'AWS::CloudTrail::Trail') return false;
      const group = Properties?.CloudWatchLogsLogGroupArn;
      return (other === template && names(group, logicalId)) || namesOutput(group, outputs);
    }),
  );
}

/** Outputs, and the names under which they are exported, through which another stack can take the resource. */
function outputsThatName(logicalId: string, template: Template): ReadonlySet<string> {
  const found = Object.entries(template.Outputs).flatMap(([name, output]) => {
    if (!isJsonObject(output) || !names(output.Value, logicalId)) return [];
    const exported = isJsonObject(output.Export) ? output.Export.Name : undefined;
    return typeof exported === 'string' ? [name, exported] : [name];
  });
  return new Set(found);
}

/** Whether a value takes an attribute of the resource, however deep inside a Join or a Sub. */
function names(value: unknown, logicalId: string): boolean {
  if (Array.isArray(value)) return value.some((entry) => names(entry, logicalId));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([key, entry]) => {
    if (key === 'Ref') return entry === logicalId;
    if (key === 'Fn::GetAtt')
      return Array.isArray(entry) ? entry[0] === logicalId : String(entry).startsWith(`${logicalId}.`);
    if (key === 'Fn::Sub' && typeof entry === 'string')
      return new RegExp(`\\$\\{${logicalId}[.}]`).test(entry);
    return names(entry, logicalId);
  });
}

function namesOutput(value: unknown, outputs: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((entry) => namesOutput(entry, outputs));
  if (!isJsonObject(value)) return false;
  const output = isJsonObject(value['Fn::GetStackOutput'])
    ? value['Fn::GetStackOutput'].OutputName
    : value['Fn::ImportValue'];
  if (typeof output === 'string') return outputs.has(output);
  return Object.values(value).some((entry) => namesOutput(entry, outputs));
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
