import { judgeArchiveLock } from '../domain/archive-lock';
import { type Judgement, notApplicable } from '../domain/compliance';
import type { ConfigurationItem } from '../domain/configuration-item';
import { groupsInUse, judgeAudited, judgeTlsForced } from '../domain/database-parameters';
import type { RuleParameters } from '../domain/rule-parameters';
import type { ParameterGroups } from '../ports/parameter-groups';

/** The type that each check is about, as AWS Config records it; log groups it does not record. */
export const RECORDED_TYPES = {
  'archive-locked': 'AWS::S3::Bucket',
  'database-tls-forced': 'AWS::RDS::DBInstance',
  'database-audited': 'AWS::RDS::DBInstance',
} as const satisfies Partial<Record<RuleParameters['check'], string>>;

/** Judges what was recorded of a resource; one that is gone, or that the check is not about, is not applicable. */
export async function judgeItem(
  item: ConfigurationItem,
  parameters: RuleParameters,
  parameterGroups: ParameterGroups,
): Promise<Judgement> {
  if (item.isGone) return notApplicable('The resource is gone, or no longer recorded.');
  if (parameters.check === 'log-group-masked' || item.resource.type !== RECORDED_TYPES[parameters.check]) {
    return notApplicable('The rule is about other resources.');
  }
  if (parameters.check === 'archive-locked') {
    return item.resource.id === parameters.bucket
      ? judgeArchiveLock(item, parameters.demanded)
      : notApplicable('The bucket is not the archive.');
  }
  const used = groupsInUse(item);
  if (used.kind === 'decided') return used.judgement;
  const values = await Promise.all(used.groups.map(parameterGroups.valuesOf));
  return parameters.check === 'database-tls-forced' ? judgeTlsForced(values) : judgeAudited(values);
}
