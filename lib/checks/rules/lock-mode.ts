import type { BaselineRule } from '../baseline-rule';
import type { JsonObject, TemplateResource } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';
import { isForProduction } from './production-template';

/**
 * In production, locks on archives and backups are of the kind that nobody can lift, the root user included. Elsewhere, and in templates
 * that do not say what they are for, a lock may be lifted by who has the right.
 *
 * @see 45 CFR 164.312(c)(1)
 */
export const lockMode: BaselineRule = {
  id: 'Baseline-LockMode',
  severity: 'error',
  info: 'In production, Object Lock and vault locks are in compliance mode.',
  explanation:
    'Whoever takes over an administrator can lift a governance lock, and then delete the evidence and the backups.',
  fix: 'Set DefaultRetention.Mode of the bucket to COMPLIANCE, or LockConfiguration.ChangeableForDays of the vault to the days (3 or more) after which its lock is final.',
  citations: ['164.312(c)(1)', '164.316(b)(2)(i)'],
  basis: 'practice',
  evaluate: ({ resource, template }) =>
    isForProduction(template)
      ? judgeVariants(resource, template, (properties) => judge(resource, properties))
      : [],
};

function judge({ Type }: TemplateResource, properties: JsonObject): readonly string[] {
  switch (Type) {
    case 'AWS::S3::Bucket':
      return judgeBucket(properties);
    case 'AWS::Backup::BackupVault':
      return judgeVault(properties);
    default:
      return [];
  }
}

/** A lock without a default retention is for the rule on the archive's retention. */
function judgeBucket({ ObjectLockConfiguration }: JsonObject): readonly string[] {
  const rule = plainObject(plainObject(ObjectLockConfiguration)?.Rule);
  const retention = plainObject(rule?.DefaultRetention);
  if (retention === undefined || retention.Mode === 'COMPLIANCE') return [];
  return [`The default retention in production must have the mode COMPLIANCE, ${got(retention.Mode)}`];
}

/** A vault without a lock is for the rule on vault locks. */
function judgeVault({ LockConfiguration }: JsonObject): readonly string[] {
  const lock = plainObject(LockConfiguration);
  if (lock === undefined || wholeNumber(lock.ChangeableForDays) !== undefined) return [];
  return [
    `The lock of a vault in production must become final: 'ChangeableForDays' must be set, ${got(lock.ChangeableForDays)}`,
  ];
}
