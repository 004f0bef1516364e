import { NEEDS } from '../needs';
import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current' } as const;

/**
 * Policies, procedures and their documentation. Six years is law for documentation; for audit logs it is a prudent reading.
 *
 * @see 45 CFR 164.316
 */
export const DOCUMENTATION: readonly SafeguardRow[] = [
  {
    ...LAW,
    kind: 'standard',
    citation: '164.316(a)',
    title: 'Policies and procedures',
    asks: 'Have reasonable and appropriate policies and procedures for all of the Security Rule.',
    attestations: ['policies-and-procedures'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.316(b)(1)',
    title: 'Documentation',
    asks: 'Write down the policies and procedures, and what the rules require to be documented.',
    restsOn: [
      '164.316(b)(1)(i)',
      '164.316(b)(1)(ii)',
      '164.316(b)(2)(i)',
      '164.316(b)(2)(ii)',
      '164.316(b)(2)(iii)',
    ],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.316(b)(1)(i)',
    title: 'Written policies and procedures',
    asks: 'Keep the policies and procedures in writing.',
    attestations: ['policies-and-procedures'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.316(b)(1)(ii)',
    title: 'Record of actions, activities and assessments',
    asks: 'Keep a written record of each action, activity or assessment of which the rules want a document.',
    software: {
      owes: 'writes every exception into the template that it is about',
      tests: ['test/checks/acknowledge.test.ts'],
    },
    constructs: [{ file: 'lib/checks/acknowledge.ts', name: 'acknowledge' }],
    attestations: ['documentation-retention'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.316(b)(2)(i)',
    title: 'Time limit',
    asks: 'Keep documentation for six years from its making, or from the day when it was last in effect.',
    needs: [NEEDS.bucket, NEEDS.logGroup, NEEDS.backupVault],
    constructs: [
      { file: 'lib/constructs/archive-bucket.ts', name: 'ArchiveBucket' },
      { file: 'lib/constructs/audit-trail.ts', name: 'AuditTrail' },
      { file: 'lib/constructs/config-delivery-bucket.ts', name: 'ConfigDeliveryBucket' },
      { file: 'lib/constructs/own-config-rules.ts', name: 'OwnConfigRules' },
      { file: 'lib/constructs/audit-stream.ts', name: 'AuditStream' },
    ],
    tests: [
      'test/constructs/archive-bucket.test.ts',
      'test/constructs/audit-trail.test.ts',
      'test/constructs/config-delivery-bucket.test.ts',
      'test/lambda/evidence/domain/archive-lock.test.ts',
      'test/constructs/audit-stream.test.ts',
    ],
    attestations: ['documentation-retention'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.316(b)(2)(ii)',
    title: 'Availability',
    asks: 'Put the documentation where those who work by it find it.',
    attestations: ['documentation-availability'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.316(b)(2)(iii)',
    title: 'Updates',
    asks: 'Review the documentation periodically, and update it when the environment or the operations change.',
    attestations: ['documentation-review'],
  },
];
