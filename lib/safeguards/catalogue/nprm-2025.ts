import { NEEDS } from '../needs';
import type { SafeguardRow } from '../safeguard';

const PROPOSED = { kind: 'proposed', basis: 'law', profile: 'nprm-2025' } as const;

/** What is known of the proposal, and since when. Its numbering is its own and not that of the rules in force. */
export const NPRM_2025 = {
  source: '90 FR 898 (2025-01-06), RIN 0945-AA22',
  state: 'proposed; comments closed on 2025-03-07; neither final nor withdrawn',
  stateAsOf: '2026-09-09',
} as const;

/**
 * What the proposed Security Rule would add. Not law: reported apart, and never scored.
 *
 * @see 90 FR 898
 */
export const NPRM: readonly SafeguardRow[] = [
  {
    ...PROPOSED,
    citation: '164.306(d)',
    title: 'No more addressable specifications',
    asks: 'Implement every specification, with few exceptions.',
    attestations: ['compliance-audit'],
  },
  {
    ...PROPOSED,
    citation: '164.308(a)(1)',
    title: 'Technology asset inventory and network map',
    asks: 'Write down every asset and how ePHI moves, and review both at least every 12 months.',
    needs: [NEEDS.recorder],
    attestations: ['asset-inventory'],
  },
  {
    ...PROPOSED,
    citation: '164.308(a)(2)',
    title: 'Risk analysis in writing',
    asks: 'Write the risk analysis down with its inventory, threats, weaknesses and levels of risk, at least every 12 months.',
    restsOn: ['164.308(a)(1)(ii)(A)'],
    attestations: ['risk-analysis'],
  },
  {
    ...PROPOSED,
    citation: '164.308(a)(9)',
    title: 'Notice of changed access within 24 hours',
    asks: 'Tell other regulated entities within 24 hours when a workforce member loses access to their ePHI.',
    attestations: ['access-change-notice'],
  },
  {
    ...PROPOSED,
    citation: '164.308(a)(12)',
    title: 'Incident response plan, tested',
    asks: 'Have a written plan for incidents, test it at least every 12 months, and revise it.',
    restsOn: ['164.308(a)(6)(i)'],
    attestations: ['incident-procedure'],
  },
  {
    ...PROPOSED,
    citation: '164.308(a)(13)',
    title: 'Restore within 72 hours',
    asks: 'Be able to restore critical systems and data within 72 hours, and test it.',
    restsOn: ['164.308(a)(7)(i)'],
    attestations: ['contingency-test'],
  },
  {
    ...PROPOSED,
    citation: '164.308(a)(14)',
    title: 'Compliance audit',
    asks: 'Audit compliance with every standard and specification at least every 12 months.',
    attestations: ['compliance-audit'],
  },
  {
    ...PROPOSED,
    citation: '164.308(b)(1)',
    title: 'Verification of business associates',
    asks: 'Have each business associate verify its technical safeguards in writing at least every 12 months.',
    attestations: ['business-associate-verification'],
  },
  {
    ...PROPOSED,
    citation: '164.312(a)(2)',
    title: 'Network segmentation and separate administrative identities',
    asks: 'Segment the network, keep administrative identities apart, and log off after inactivity.',
    restsOn: ['164.312(a)(1)'],
    needs: [NEEDS.network],
  },
  {
    ...PROPOSED,
    citation: '164.312(b)',
    title: 'Encryption, no longer addressable',
    asks: 'Encrypt all ePHI at rest and in transit, with few exceptions.',
    restsOn: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  },
  {
    ...PROPOSED,
    citation: '164.312(c)',
    title: 'Configuration management',
    asks: 'Guard against malicious software, remove what is not needed, and close unused ports.',
    restsOn: ['164.308(a)(5)(ii)(B)'],
    needs: [NEEDS.recorder],
  },
  {
    ...PROPOSED,
    citation: '164.312(f)',
    title: 'Multi-factor authentication',
    asks: 'Ask for more than one factor, with few exceptions.',
    restsOn: ['164.312(d)'],
  },
  {
    ...PROPOSED,
    citation: '164.312(h)',
    title: 'Vulnerability scans and penetration tests',
    asks: 'Scan at least every 6 months, and have a penetration test at least every 12 months.',
    needs: [NEEDS.vulnerabilityScan],
    attestations: ['vulnerability-scan', 'evaluation'],
  },
  {
    ...PROPOSED,
    citation: '164.312(i)',
    title: 'Backups apart from production',
    asks: 'Keep copies of ePHI no more than 48 hours old under controls of their own, and test restoring them.',
    restsOn: ['164.308(a)(7)(ii)(A)'],
    needs: [NEEDS.backupVault, NEEDS.restoreTest],
  },
  {
    ...PROPOSED,
    citation: '164.314(a)(2)(i)(D)',
    title: 'Contingency plan activated: tell within 24 hours',
    asks: 'Bind business associates to tell within 24 hours that they activated their contingency plan.',
    attestations: ['contingency-activation-notice'],
  },
];
