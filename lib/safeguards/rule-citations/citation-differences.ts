import type { Citation } from '../citation';

/** Where we read a rule of cdk-nag's HIPAA Security pack otherwise than cdk-nag does. */
export interface CitationDifference {
  /** The rules that it is about; 'all' where it is about every rule with that citation. */
  readonly rules: 'all' | readonly string[];
  /** What cdk-nag cites and we do not; null where we only add. */
  readonly nag: Citation | null;
  /** What we cite instead or besides; null where we only drop. */
  readonly ours: Citation | null;
  readonly reason: string;
}

/** Every difference between cdk-nag's citations and ours. A test fails when one is missing, or no longer needed. */
export const CITATION_DIFFERENCES: readonly CitationDifference[] = [
  {
    rules: 'all',
    nag: '164.308(a)(4)(ii)(A)',
    ours: null,
    reason:
      'The paragraph sets a health care clearinghouse apart from the larger organization that it is part of; a public bucket says nothing about that.',
  },
  {
    rules: [
      'HIPAA.Security-ElasticBeanstalkManagedUpdatesEnabled',
      'HIPAA.Security-RDSAutomaticMinorVersionUpgradeEnabled',
      'HIPAA.Security-RedshiftClusterMaintenanceSettings',
    ],
    nag: '164.308(a)(5)(ii)(A)',
    ours: '164.308(a)(1)(ii)(B)',
    reason:
      'Security reminders are addressed to people; closing known holes is a measure that reduces risk, and reminds nobody.',
  },
  {
    rules: ['HIPAA.Security-EC2RestrictedSSH'],
    nag: '164.312(e)',
    ours: '164.312(e)(1)',
    reason:
      'The text of cdk-nag has lost the end of the citation; its own documentation and the sister rule for other ports have it.',
  },
  {
    rules: ['HIPAA.Security-RDSLoggingEnabled'],
    nag: null,
    ours: '164.312(b)',
    reason: "The log exports of a database are a record of activity; AWS's own mapping of the rule says so.",
  },
];
