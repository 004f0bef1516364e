import type { ConfigurationRule } from './configuration-rule';

/** What must fit together in every environment. */
export const CONSISTENCY_RULES: readonly ConfigurationRule[] = [
  {
    // Production has a rule of its own, so that one mistake is one message.
    field: 'removal',
    reads: ['profile', 'lockMode', 'removal'],
    demand: (config) =>
      config.profile !== 'production' && config.removal === 'destroy' && config.lockMode === 'COMPLIANCE'
        ? "must be 'retain' where lockMode is 'COMPLIANCE': nobody can delete what that locks"
        : undefined,
  },
  {
    field: 'database.maxAllocatedStorageGiB',
    reads: ['database.maxAllocatedStorageGiB', 'database.allocatedStorageGiB'],
    demand: ({ database }) => {
      const least = Math.ceil((database.allocatedStorageGiB * 11) / 10);
      return database.maxAllocatedStorageGiB < least
        ? `must be at least ${least} GiB, a tenth above database.allocatedStorageGiB (RDS refuses less)`
        : undefined;
    },
  },
  {
    field: 'retention.archiveTransitionDays',
    reads: ['retention.archiveTransitionDays', 'retention.auditDays'],
    demand: ({ retention }) =>
      retention.archiveTransitionDays >= retention.auditDays
        ? `must be less than retention.auditDays (${retention.auditDays} days)`
        : undefined,
  },
];
