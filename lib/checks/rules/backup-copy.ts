import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject } from '../template';
import { judgeVariants } from '../template-values/variants';
import { type BackupRule, backupRules, regionNamed, vaultsMeant, vaultsOf } from './backup-places';
import { isForProduction } from './production-template';

/** How the region that a template is deployed to looks in a text of it. */
const THIS_REGION = /^\$\{AWS\.Region\}$/;

/**
 * A backup plan copies to another region: in production, and wherever the environment has vaults in more than one of its stacks. All rules
 * of a plan back the same resources up, so that one that copies is enough. A single template that says nothing of itself is not asked.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A)
 */
export const backupCopy: BaselineRule = {
  id: 'Baseline-BackupCopy',
  severity: 'error',
  info: 'A backup plan of production, or of an environment with a second vault, copies to another region.',
  explanation:
    'A backup beside what it backs up is lost with it: in the same outage, or by the same stolen administrator.',
  fix: 'Add CopyActions to a rule of the plan, with the ARN of a vault in another region as DestinationBackupVaultArn.',
  citations: ['164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)', '164.310(d)(2)(iv)'],
  basis: 'practice',
  evaluate: (subject) => {
    const { resource, template } = subject;
    if (resource.Type !== 'AWS::Backup::BackupPlan' || !isCopyDue(subject)) return [];
    return judgeVariants(resource, template, (properties) => judge(properties, subject));
  },
};

function isCopyDue({ template, templates }: RuleSubject): boolean {
  return (
    isForProduction(template) || new Set(vaultsOf({ templates }).map((vault) => vault.template)).size > 1
  );
}

function judge(properties: JsonObject, subject: RuleSubject): readonly string[] {
  const rules = backupRules(properties);
  if (rules.some((rule) => rule.copies.some((copy) => isElsewhere(copy, rule, subject)))) return [];
  const copies = rules.some((rule) => rule.copies.length > 0);
  return [
    `The plan must copy recovery points to another region, got: ${copies ? 'copies to its own region only' : 'no CopyActions'}.`,
  ];
}

/** Whether a copy leaves the region, or may: what nothing tells is for the rule on the key of recovery points. */
function isElsewhere(copy: unknown, { target }: BackupRule, subject: RuleSubject): boolean {
  const [there, here] = [copy, target].map((value) => regionNamed(value, subject.template));
  if (there !== undefined) return there !== here && !THIS_REGION.test(there);
  const kept = vaultsMeant(target, subject).map(({ resource }) => resource);
  const copied = vaultsMeant(copy, subject);
  return (
    copied.length === 0 ||
    copied.some(({ resource, template }) => template !== subject.template && !kept.includes(resource))
  );
}
