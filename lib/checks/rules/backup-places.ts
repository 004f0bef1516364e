import type { RuleSubject } from '../baseline-rule';
import type { JsonObject, Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import { intrinsicOf, plainObject } from '../template-values/intrinsic';
import { type LocatedResource, resourcesBehind } from '../template-values/references';
import { resourcesOfType } from '../template-values/resources-of-type';
import { listOf } from '../template-values/scalars';

/** Types of resources that keep recovery points. */
const VAULT_TYPES = ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'];

/** One rule of a backup plan. */
export interface BackupRule {
  /** What `TargetBackupVault` says. */
  readonly target: unknown;
  /** What each `DestinationBackupVaultArn` says. */
  readonly copies: readonly unknown[];
}

/** The rules of a plan, as far as the template tells. */
export function backupRules({ BackupPlan }: JsonObject): readonly BackupRule[] {
  return objectsIn(plainObject(BackupPlan)?.BackupPlanRule).map(({ TargetBackupVault, CopyActions }) => ({
    target: TargetBackupVault,
    copies: objectsIn(CopyActions).map(({ DestinationBackupVaultArn }) => DestinationBackupVaultArn),
  }));
}

/** Every vault of the environment. */
export function vaultsOf({ templates }: Pick<RuleSubject, 'templates'>): readonly LocatedResource[] {
  return templates.flatMap((template) => VAULT_TYPES.flatMap((type) => resourcesOfType(template, type)));
}

/** The vaults that a plan may mean: by reference, or by name where the template of the vault says its name. */
export function vaultsMeant(value: unknown, subject: RuleSubject): readonly LocatedResource[] {
  const { template, templates } = subject;
  const referred = resourcesBehind(value, template, templates).filter(({ resource }) =>
    VAULT_TYPES.includes(resource.Type),
  );
  if (referred.length > 0) return referred;
  const name = assembledText(value, template).split(':').at(-1);
  return vaultsOf(subject).filter(
    (vault) =>
      name !== undefined &&
      assembledText(vault.resource.Properties?.BackupVaultName, vault.template) === name,
  );
}

/** The region of a vault that a value names: an ARN's, or that of the stack whose output it is; undefined where it does not say. */
export function regionNamed(value: unknown, template: Template): string | undefined {
  const [name, argument] = intrinsicOf(value) ?? [];
  const region =
    name === 'Fn::GetStackOutput'
      ? plainObject(argument)?.Region
      : assembledText(value, template).split(':')[3];
  return typeof region === 'string' && region !== '' ? region : undefined;
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return listOf(value)
    .map(plainObject)
    .filter((entry) => entry !== undefined);
}
