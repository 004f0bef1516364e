import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject, TemplateResource } from '../template';
import { got } from '../template-values/got';
import { resourcesBehind } from '../template-values/references';
import { judgeVariants } from '../template-values/variants';
import { isAwsManagedKey } from './aws-managed-key';
import { backupRules, vaultsMeant } from './backup-places';

const KEY_TYPES = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

/**
 * Recovery points and their copies are under our key: each vault names one, and a plan copies to vaults that are judged too. A key that
 * the template does not tell counts as ours; a vault that no template holds does not.
 *
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export const recoveryPointKey: BaselineRule = {
  id: 'Baseline-RecoveryPointKey',
  severity: 'error',
  info: 'A backup vault has a customer-managed key, and plans copy only to vaults whose key is known.',
  explanation:
    'A backup is the data once more: under a key of AWS nobody here decides who restores it, and nobody can take it away.',
  fix: 'Set EncryptionKeyArn of the vault to a key of your own; check the template of the vault that a plan copies to together with that of the plan.',
  citations: ['164.312(a)(2)(iv)', '164.308(a)(7)(ii)(A)'],
  basis: 'practice',
  evaluate: (subject) =>
    judgeVariants(subject.resource, subject.template, (properties) =>
      judge(subject.resource, properties, subject),
    ),
};

function judge({ Type }: TemplateResource, properties: JsonObject, subject: RuleSubject): readonly string[] {
  switch (Type) {
    case 'AWS::Backup::BackupVault':
    case 'AWS::Backup::LogicallyAirGappedBackupVault':
      return judgeVault(properties.EncryptionKeyArn, subject);
    case 'AWS::Backup::BackupPlan':
      return judgePlan(properties, subject);
    default:
      return [];
  }
}

function judgeVault(key: unknown, { template, templates }: RuleSubject): readonly string[] {
  const behind = resourcesBehind(key, template, templates);
  const isKey = behind.every(({ resource }) => KEY_TYPES.includes(resource.Type));
  return key !== undefined && key !== '' && isKey && !isAwsManagedKey(key, template)
    ? []
    : [`The vault must have a customer-managed key: 'EncryptionKeyArn' must be one, ${got(key)}`];
}

function judgePlan(properties: JsonObject, subject: RuleSubject): readonly string[] {
  return backupRules(properties)
    .flatMap(({ copies }) => copies)
    .filter((copy) => vaultsMeant(copy, subject).length === 0)
    .map(
      (copy) =>
        `The plan must copy to a vault of the templates that are judged, so that its key is known, ${got(copy)}`,
    );
}
