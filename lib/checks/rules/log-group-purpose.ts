import { isCalledAuditLogGroup } from '../../../lambda/shared/audit-log-groups';
import type { Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import {
  type LocatedResource,
  outputsThatName,
  type References,
  referencesIn,
} from '../template-values/references';
import { resourcesOfType } from '../template-values/resources-of-type';

/** What writes audit records, and the property in which it names a log group. */
const AUDIT_WRITERS = [
  ['AWS::CloudTrail::Trail', 'CloudWatchLogsLogGroupArn'],
  ['AWS::EC2::FlowLog', 'LogGroupName'],
  ['AWS::EC2::FlowLog', 'LogDestination'],
  ['AWS::WAFv2::LoggingConfiguration', 'LogDestinationConfigs'],
  ['AWS::NetworkFirewall::LoggingConfiguration', 'LoggingConfiguration'],
  ['AWS::Route53::HostedZone', 'QueryLoggingConfig'],
  ['AWS::Route53Resolver::ResolverQueryLoggingConfig', 'DestinationArn'],
] as const;

/**
 * Whether a log group holds audit records (trail, flow log, firewall, name queries), judged by what writes to it and by its name. Masking
 * there can blind the alarms and the responder. Every other group may hold what an application writes, and so PHI.
 */
export function isAuditLogGroup(
  group: LocatedResource,
  name: unknown,
  templates: readonly Template[],
): boolean {
  if (name !== undefined && isCalledAuditLogGroup(assembledText(name, group.template))) return true;
  const outputs = outputsThatName(group.logicalId, group.template);
  return (
    writtenTo(group.template).logicalIds.has(group.logicalId) ||
    templates.some((template) => outputs.some((output) => writtenTo(template).outputs.has(output)))
  );
}

const written = new WeakMap<Template, References>();

/** What the writers of a template name; read once, because every log group asks. */
function writtenTo(template: Template): References {
  const known = written.get(template);
  if (known !== undefined) return known;
  const named = AUDIT_WRITERS.flatMap(([type, property]) =>
    resourcesOfType(template, type).map(({ resource }) => resource.Properties?.[property]),
  );
  const found = referencesIn(named);
  written.set(template, found);
  return found;
}
