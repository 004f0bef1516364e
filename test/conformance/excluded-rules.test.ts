import { conformanceSchema } from '../../lib/config/conformance-schema';
import { conformancePacks, excludedConfigRules } from '../../lib/conformance/conformance-packs';
import type { EnvironmentFacts } from '../../lib/conformance/environment-facts';
import { EVERYTHING } from './facts';

function excludedBy(facts: Partial<EnvironmentFacts>): readonly string[] {
  const packs = conformancePacks({ ...EVERYTHING, ...facts });
  const deployed = new Set(packs.flatMap(({ rules }) => rules));
  const excluded = excludedConfigRules({ ...EVERYTHING, ...facts });
  for (const { rule, reason } of excluded) {
    expect(deployed.has(rule)).toBe(false);
    expect(reason).toMatch(/^[A-Z].{15,}\.$/);
  }
  return excluded.map(({ rule }) => rule).sort();
}

describe('the rules that an environment goes without', () => {
  it('are none where everything makes sense', () => {
    expect(excludedBy({})).toEqual([]);
  });

  it('are replication where there is no second region', () => {
    expect(excludedBy({ hasSecondRegion: false })).toEqual(['s3-bucket-replication-enabled']);
  });

  it('are those about IAM where another region records it', () => {
    expect(excludedBy({ recordsGlobalTypes: false })).toEqual([
      'access-keys-rotated',
      'iam-customer-policy-blocked-kms-actions',
      'iam-group-has-users-check',
      'iam-inline-policy-blocked-kms-actions',
      'iam-no-inline-policy-check',
      'iam-password-policy',
      'iam-policy-no-statements-with-admin-access',
      'iam-policy-no-statements-with-full-access',
      'iam-root-access-key-check',
      'iam-user-group-membership-check',
      'iam-user-mfa-enabled',
      'iam-user-no-policies-check',
      'iam-user-unused-credentials-check',
      'mfa-enabled-for-iam-console-access',
      'root-account-hardware-mfa-enabled',
      'root-account-mfa-enabled',
    ]);
  });

  it('are those that GovCloud does not have', () => {
    expect(excludedBy({ isGovCloud: true })).toEqual([
      'root-account-hardware-mfa-enabled',
      'root-account-mfa-enabled',
    ]);
  });

  it.each(['root-account-hardware-mfa-enabled', 'restricted-database-ports'])(
    'are what the configuration names, with its reason: %s',
    (rule) => {
      const excludedRules = [{ rule, reason: 'The region does not have this rule of AWS Config.' }];
      const { excludedRules: excluded } = conformanceSchema.parse({ excludedRules });
      const facts = { ...EVERYTHING, excluded };
      expect(excludedConfigRules(facts)).toEqual(excludedRules);
      expect(conformancePacks(facts).flatMap(({ rules }) => rules)).not.toContain(rule);
    },
  );

  it('leave no pack without a rule, which AWS Config would refuse', () => {
    const packs = conformancePacks({ ...EVERYTHING, recordsGlobalTypes: false });
    expect(packs.every(({ rules }) => rules.length > 0)).toBe(true);
    expect(packs.map(({ standard }) => standard.citation)).not.toContain('164.312(d)');
  });
});
