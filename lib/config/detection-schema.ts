import { z } from 'zod';

/** What GuardDuty can watch besides trails, flow logs and name queries, which it always does. */
const GUARD_DUTY_PLANS = ['s3', 'rds', 'lambda', 'eks', 'malware-ebs', 'malware-s3', 'runtime'] as const;

/** One of {@link GUARD_DUTY_PLANS}. */
export type GuardDutyPlan = (typeof GUARD_DUTY_PLANS)[number];

/** The standards of Security Hub by their short names. */
const SECURITY_HUB_STANDARDS = [
  'fsbp',
  'cis-1.4',
  'cis-3.0',
  'cis-5.0',
  'nist-800-53',
  'nist-800-171',
  'pci-dss-4.0.1',
] as const;

/** One of {@link SECURITY_HUB_STANDARDS}. */
export type SecurityHubStandardName = (typeof SECURITY_HUB_STANDARDS)[number];

/** Every entry once, in any order. */
function eachOnce<const Names extends readonly [string, ...string[]]>(names: Names, what: string) {
  return z
    .array(z.enum(names))
    .refine((chosen) => new Set(chosen).size === chosen.length, { error: `must name each ${what} once` });
}

const unusedDays = z.int({ error: 'must be a whole number of days' });
const percent = z.int({ error: 'must be a whole number' });

/** What watches the account. Trail alarms, external access and decoys are no options. */
export const detectionSchema = z
  .strictObject({
    /**
     * GuardDuty's protection plans, where GuardDuty is managed here. Each is billed by what it watches, and costs nothing
     * where there is none of it; `malware-s3` scans and tags every new object of the PHI bucket and is billed by GB.
     *
     * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(B)
     * @default all but 'malware-s3'
     */
    guardDutyPlans: eachOnce(GUARD_DUTY_PLANS, 'plan')
      .min(1, { error: 'must name one plan or more' })
      .default(['s3', 'rds', 'lambda', 'eks', 'malware-ebs', 'runtime'])
      .readonly(),
    /**
     * How often Macie searches what is new in the PHI bucket.
     *
     * @see 45 CFR 164.308(a)(1)(ii)(A)
     * @default 'weekly'
     */
    macieSchedule: z.enum(['daily', 'weekly', 'monthly']).default('weekly'),
    /**
     * Share of the new objects that Macie reads, in per cent, 1 to 100. It is billed by GB read: about USD 1 each.
     *
     * @default 10
     */
    macieSamplePercent: percent
      .min(1, { error: 'must be at least 1' })
      .max(100, { error: 'must be at most 100' })
      .default(10),
    /**
     * Standards that Security Hub evaluates. Each evaluates, and bills by check, much of what the conformance packs of
     * AWS Config have judged already.
     *
     * @default [] (it gathers the findings of the other services)
     */
    securityHubStandards: eachOnce(SECURITY_HUB_STANDARDS, 'standard').default([]).readonly(),
    /**
     * Where the findings of Security Hub are gathered: 'all-regions' brings those of every region here, as far as Security Hub
     * is on there.
     *
     * @default 'one-region'
     */
    findingAggregation: z.enum(['one-region', 'all-regions']).default('one-region'),
    /**
     * Days without use after which an access right, key or role is a finding, 1 to 365. Each role and user costs about
     * USD 0.20 a month.
     *
     * @see 45 CFR 164.308(a)(3)(ii)(C)
     * @default 90
     */
    unusedAccessDays: unusedDays
      .min(1, { error: 'must be at least 1 day' })
      .max(365, { error: 'must be at most 365 days' })
      .default(90),
  })
  .readonly();

const choice = () => z.enum(['manage', 'adopt']).default('manage');

/** What watches or hardens an account, and of which it has one: made here, or found there. */
export const detectionSingletons = {
  /**
   * GuardDuty's detector of the region: 'manage' makes it with the plans above, 'adopt' leaves it to its owner, such as the
   * administrator of an organization.
   *
   * @see 45 CFR 164.308(a)(1)(ii)(D)
   * @default 'manage'
   */
  guardDuty: choice(),
  /**
   * Macie in the region: 'manage' turns it on, 'adopt' uses the one that is on. The job over the PHI bucket is made in
   * both cases.
   *
   * @see 45 CFR 164.308(a)(1)(ii)(A)
   * @default 'manage'
   */
  macie: choice(),
  /**
   * Security Hub in the region: 'manage' turns it on, 'adopt' uses the one that is on.
   *
   * @see 45 CFR 164.308(a)(1)(ii)(D)
   * @default 'manage'
   */
  securityHub: choice(),
  /**
   * The analyzer that finds what others than the account can reach: 'manage' makes it, 'adopt' relies on the one that
   * the region has.
   *
   * @see 45 CFR 164.308(a)(4)(ii)(C)
   * @default 'manage'
   */
  accessAnalyzer: choice(),
  /**
   * The analyzer that finds access which nobody uses: 'manage' makes it, 'adopt' relies on the one that the account
   * has, in whatever region.
   *
   * @see 45 CFR 164.308(a)(3)(ii)(C)
   * @default 'manage'
   */
  unusedAccessAnalyzer: choice(),
  /**
   * The password policy of IAM users: 'manage' strengthens it, 'adopt' leaves it and fails the deployment where it is
   * weaker.
   *
   * @see 45 CFR 164.308(a)(5)(ii)(D)
   * @default 'manage'
   */
  passwordPolicy: choice(),
  /**
   * The account's block on public buckets: 'manage' shuts every way, 'adopt' fails the deployment where one is open.
   *
   * @see 45 CFR 164.312(a)(1)
   * @default 'manage'
   */
  publicAccessBlock: choice(),
  /**
   * Default encryption of EBS volumes in the region: 'manage' turns it on under our key, 'adopt' fails the deployment
   * where it is off and leaves the key alone.
   *
   * @see 45 CFR 164.312(a)(2)(iv)
   * @default 'manage'
   */
  ebsEncryption: choice(),
} as const;
