import type { ConfigRule } from '../safeguards/config-rules/config-rule';
import type { EnvironmentFacts, ExcludedConfigRule } from './environment-facts';

/** Rules about IAM that run on a schedule, wherever they are deployed; the others name IAM types in their scope. */
const PERIODIC_IAM_RULES: ReadonlySet<string> = new Set([
  'access-keys-rotated',
  'iam-password-policy',
  'iam-root-access-key-check',
  'iam-user-mfa-enabled',
  'iam-user-unused-credentials-check',
  'mfa-enabled-for-iam-console-access',
  'root-account-hardware-mfa-enabled',
  'root-account-mfa-enabled',
]);

/** Rules about IAM that run on changes and whose scope AWS decides. */
const UNSCOPED_IAM_RULES: ReadonlySet<string> = new Set([
  'iam-group-has-users-check',
  'iam-user-group-membership-check',
]);

/** Rules that AWS's pages on them except from GovCloud, where an account has no root user to sign in as. */
const NOT_IN_GOVCLOUD: ReadonlySet<string> = new Set([
  'root-account-hardware-mfa-enabled',
  'root-account-mfa-enabled',
]);

/**
 * Why an environment goes without a rule; undefined where it has it. A service that the environment does not use is no reason: its rule
 * costs nothing while nothing is there, and tells when something is.
 *
 * @see docs/decisions/0023-config-rules-left-out.md
 */
export function exclusionOf(rule: ConfigRule, facts: EnvironmentFacts): ExcludedConfigRule | undefined {
  const reason =
    facts.excluded.find((excluded) => excluded.rule === rule.name)?.reason ?? builtInReason(rule, facts);
  return reason === undefined ? undefined : { rule: rule.name, reason };
}

function builtInReason(rule: ConfigRule, facts: EnvironmentFacts): string | undefined {
  if (rule.name === 's3-bucket-replication-enabled' && !facts.hasSecondRegion) {
    return 'The environment has no second region to replicate buckets to.';
  }
  if (isAboutIam(rule) && !facts.recordsGlobalTypes) {
    return 'IAM is recorded and judged in another region of the account, once.';
  }
  if (NOT_IN_GOVCLOUD.has(rule.name) && facts.isGovCloud) return 'AWS Config has no such rule in GovCloud.';
  return undefined;
}

function isAboutIam({ name, scope = [] }: ConfigRule): boolean {
  return (
    PERIODIC_IAM_RULES.has(name) ||
    UNSCOPED_IAM_RULES.has(name) ||
    (scope.length > 0 && scope.every((type) => type.startsWith('AWS::IAM::')))
  );
}
