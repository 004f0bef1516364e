import { NEEDS } from '../needs';
import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current' } as const;

/**
 * Security management, responsibility, workforce and access.
 *
 * @see 45 CFR 164.308(a)(1)–(4)
 */
export const ADMINISTRATIVE_SECURITY: readonly SafeguardRow[] = [
  {
    ...LAW,
    kind: 'standard',
    citation: '164.308(a)(1)(i)',
    title: 'Security management process',
    asks: 'Have policies and procedures that prevent, detect, contain and correct security violations.',
    restsOn: ['164.308(a)(1)(ii)(A)', '164.308(a)(1)(ii)(B)', '164.308(a)(1)(ii)(C)', '164.308(a)(1)(ii)(D)'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.308(a)(1)(ii)(A)',
    title: 'Risk analysis',
    asks: 'Analyze, accurately and thoroughly, what could happen to all ePHI that is held.',
    attestations: ['risk-analysis'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.308(a)(1)(ii)(B)',
    title: 'Risk management',
    asks: 'Reduce the risks that the analysis found to a reasonable and appropriate level.',
    attestations: ['risk-management'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.308(a)(1)(ii)(C)',
    title: 'Sanction policy',
    asks: 'Sanction members of the workforce who do not follow the policies.',
    attestations: ['sanction-policy'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.308(a)(1)(ii)(D)',
    title: 'Information system activity review',
    asks: 'Look regularly at audit logs, access reports and the record of incidents.',
    needs: [NEEDS.trail, NEEDS.logGroup],
    constructs: [{ file: 'lib/constructs/audit-trail.ts', name: 'AuditTrail' }],
    tests: ['test/constructs/audit-trail.test.ts'],
    attestations: ['activity-review'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.308(a)(2)',
    title: 'Assigned security responsibility',
    asks: 'Name the official who answers for security.',
    attestations: ['security-official'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.308(a)(3)(i)',
    title: 'Workforce security',
    asks: 'See to it that those who need ePHI reach it and that nobody else does.',
    restsOn: ['164.308(a)(3)(ii)(A)', '164.308(a)(3)(ii)(B)', '164.308(a)(3)(ii)(C)'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.308(a)(3)(ii)(A)',
    title: 'Authorization and/or supervision',
    asks: 'Authorize or supervise those who work with ePHI or where it can be reached.',
    attestations: ['workforce-authorization'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.308(a)(3)(ii)(B)',
    title: 'Workforce clearance procedure',
    asks: "Determine that a person's access to ePHI is appropriate.",
    attestations: ['workforce-authorization'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.308(a)(3)(ii)(C)',
    title: 'Termination procedures',
    asks: 'End access when somebody leaves or should no longer have it.',
    attestations: ['termination-procedure'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.308(a)(4)(i)',
    title: 'Information access management',
    asks: 'Have policies and procedures for authorizing access to ePHI.',
    restsOn: ['164.308(a)(4)(ii)(A)', '164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)'],
    attestations: ['access-authorization'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.308(a)(4)(ii)(A)',
    title: 'Isolating health care clearinghouse functions',
    asks: 'Where a clearinghouse is part of a larger organization, shut that organization out of its ePHI.',
    attestations: ['clearinghouse-isolation'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.308(a)(4)(ii)(B)',
    title: 'Access authorization',
    asks: 'Have a way of granting access to ePHI: to a workstation, a program, a transaction.',
    needs: [NEEDS.role, NEEDS.customerPolicy],
    constructs: [
      { file: 'lib/constructs/managed-policy-role.ts', name: 'ManagedPolicyRole' },
      { file: 'lib/constructs/encryption-key.ts', name: 'EncryptionKey' },
    ],
    tests: ['test/constructs/managed-policy-role.test.ts', 'test/constructs/encryption-key.test.ts'],
    attestations: ['access-authorization'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.308(a)(4)(ii)(C)',
    title: 'Access establishment and modification',
    asks: 'Establish, record, review and change rights of access by that way.',
    needs: [NEEDS.role, NEEDS.customerPolicy],
    constructs: [{ file: 'lib/constructs/managed-policy-role.ts', name: 'ManagedPolicyRole' }],
    tests: ['test/constructs/managed-policy-role.test.ts'],
    attestations: ['access-authorization'],
  },
];
