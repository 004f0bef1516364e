import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current' } as const;

/**
 * What the Security and Breach Notification Rules lean on in the Privacy Rule.
 *
 * @see 45 CFR 164.502(b), 164.514, 164.530(j)
 */
export const PRIVACY: readonly SafeguardRow[] = [
  {
    ...LAW,
    kind: 'standard',
    citation: '164.502(b)(1)',
    title: 'Minimum necessary',
    asks: 'Use, disclose and ask for no more PHI than the purpose needs.',
    constructs: [
      { file: 'lib/constructs/phi-log-policy.ts', name: 'phiLogPolicy' },
      { file: 'lib/constructs/phi-log-reader.ts', name: 'PhiLogReader' },
      { file: 'lib/constructs/authorization-policies.ts', name: 'AuthorizationPolicies' },
    ],
    tests: [
      'test/constructs/phi-log-policy.test.ts',
      'test/constructs/phi-log-reader.test.ts',
      'test/lambda/records/policies/policies.test.ts',
      'test/lambda/records/domain/project.test.ts',
      'test/lambda/records/domain/summary.test.ts',
    ],
    attestations: ['minimum-necessary'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.502(b)(2)',
    title: 'Minimum necessary: where it does not apply',
    asks: 'Know the cases that are left out, treatment first among them.',
    notApplicable: 'lists exceptions to the standard; asks for nothing by itself',
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.514(a)',
    title: 'De-identification of PHI',
    asks: 'Call data de-identified only when nobody can reasonably be identified by them. Redacted text is not, for that alone.',
    restsOn: ['164.514(b)(1)', '164.514(b)(2)'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.514(b)(1)',
    title: 'Expert determination',
    asks: 'Have an expert determine, and write down, that the risk of identification is very small; or use Safe Harbor.',
    attestations: ['de-identification'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.514(b)(2)',
    title: 'Safe Harbor',
    asks: 'Remove all eighteen identifiers and know of no way back; or have an expert determine it.',
    attestations: ['de-identification'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.514(d)(1)',
    title: 'Minimum necessary: how it is implemented',
    asks: 'Name the roles that need PHI, what they need of it, and the limits of routine disclosures and requests.',
    attestations: ['minimum-necessary'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.530(j)',
    title: 'Privacy documentation',
    asks: 'Keep notices, assessments and policies in writing for six years.',
    attestations: ['documentation-retention'],
  },
];
