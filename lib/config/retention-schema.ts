import { z } from 'zod';

/** Six years in days, leap days included. @see 45 CFR 164.316(b)(2)(i) */
const SIX_YEARS_IN_DAYS = 2192;

/** What CloudWatch Logs accepts as a retention, in days, from one year on. */
const ONE_YEAR_AND_LONGER = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;

/** What CloudWatch Logs accepts as a retention, in days, from six years on. */
const SIX_YEARS_AND_LONGER = [2192, 2557, 2922, 3288, 3653] as const;

/** One of the accepted retentions; a shorter one is told the floor and why, any other one the choice. */
function logRetention<const Days extends readonly number[]>(
  accepted: Days,
  floor: Days[number],
  years: string,
) {
  return z.literal(accepted, {
    error: ({ input }) =>
      typeof input === 'number' && input < floor
        ? `must be at least ${floor} days (${years})`
        : `must be one of ${accepted.join(', ')} days (what CloudWatch Logs accepts)`,
  });
}

const wholeDays = z.int({ error: 'must be a whole number of days' });

/** How long each kind of record is kept. Nothing here can be switched off, only kept longer. */
export const retentionSchema = z
  .strictObject({
    /**
     * Trail and other audit records, in the locked archive and in the log group, in days: one of 2192, 2557, 2922,
     * 3288, 3653. Six years of documentation is law, six years of logs is practice.
     *
     * @see 45 CFR 164.316(b)(2)(i), 164.312(b)
     * @default 2192
     */
    auditDays: logRetention(SIX_YEARS_AND_LONGER, SIX_YEARS_IN_DAYS, 'six years').default(SIX_YEARS_IN_DAYS),
    /**
     * The database's own logs, which count as PHI stores, in days. Shorter costs less and shows less of who read what.
     *
     * @see 45 CFR 164.312(b)
     * @default 2192 (practice)
     */
    databaseLogDays: logRetention(ONE_YEAR_AND_LONGER, 365, 'one year').default(2192),
    /**
     * VPC flow logs, in days. Shorter costs less and leaves less to reconstruct an incident from.
     *
     * @see 45 CFR 164.312(b)
     * @default 2192 (practice)
     */
    flowLogDays: logRetention(ONE_YEAR_AND_LONGER, 365, 'one year').default(2192),
    /**
     * Logs of functions and services, which carry no PHI, in days.
     *
     * @default 365 (practice)
     */
    applicationLogDays: logRetention(ONE_YEAR_AND_LONGER, 365, 'one year').default(365),
    /**
     * Recovery points in the locked vault, in days, 35 to 3653. Longer costs storage and cannot be undone under COMPLIANCE.
     *
     * @see 45 CFR 164.308(a)(7)(ii)(A)
     * @default 35
     */
    backupDays: wholeDays
      .min(35, { error: 'must be at least 35 days' })
      .max(3653, { error: 'must be at most 3653 days (ten years)' })
      .default(35),
    /**
     * Age at which archived records move to cheaper storage, in days, at least 30. Sooner costs less to keep and more
     * to read.
     *
     * @default 90
     */
    archiveTransitionDays: wholeDays.min(30, { error: 'must be at least 30 days' }).default(90),
  })
  .readonly();
