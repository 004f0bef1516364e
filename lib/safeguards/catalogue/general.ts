import type { Citation } from '../citation';
import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current', kind: 'general' } as const;

/**
 * The rules over all the others.
 *
 * @param standards every standard of Subpart C, on which the general requirement rests
 * @see 45 CFR 164.306
 */
export function generalRules(standards: readonly Citation[]): readonly SafeguardRow[] {
  return [
    {
      ...LAW,
      citation: '164.306(a)',
      title: 'General requirements',
      asks: 'Keep ePHI confidential, intact and available, guard it against foreseeable threats and uses, and make the workforce comply.',
      restsOn: standards,
    },
    {
      ...LAW,
      citation: '164.306(b)',
      title: 'Flexibility of approach',
      asks: 'Choose measures that fit the size, the means, the costs and the risks, and be able to say why.',
      attestations: ['risk-management'],
    },
    {
      ...LAW,
      citation: '164.306(c)',
      title: 'Standards',
      asks: 'Comply with every standard of the sections that follow.',
      notApplicable:
        'points to other sections, each of which has rows of its own; asks for nothing by itself',
    },
    {
      ...LAW,
      citation: '164.306(d)(1)',
      title: 'Implementation specifications: required and addressable',
      asks: 'Know which specifications are required and which are addressable.',
      notApplicable: 'explains how to read the specifications; the kind of each row follows it',
    },
    {
      ...LAW,
      citation: '164.306(d)(2)',
      title: 'Required implementation specifications',
      asks: 'Implement every required specification.',
      notApplicable: 'every required specification has a row of its own',
    },
    {
      ...LAW,
      citation: '164.306(d)(3)',
      title: 'Addressable implementation specifications',
      asks: 'Assess each addressable specification; implement it, or write down why not and what is done instead.',
      software: {
        owes: 'refuses an exception without reason, owner, expiry and citation',
        tests: ['test/checks/governance.test.ts', 'test/checks/acknowledgement-problems.test.ts'],
      },
      constructs: [{ file: 'lib/checks/acknowledge.ts', name: 'acknowledge' }],
      attestations: ['addressable-decisions'],
    },
    {
      ...LAW,
      citation: '164.306(e)',
      title: 'Maintenance',
      asks: 'Review the measures and change them when that is needed, and keep the documentation up to date.',
      attestations: ['evaluation', 'documentation-review'],
    },
  ];
}
