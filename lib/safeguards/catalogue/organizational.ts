import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current' } as const;

/**
 * What contracts with business associates and group health plans must say.
 *
 * @see 45 CFR 164.314
 */
export const ORGANIZATIONAL: readonly SafeguardRow[] = [
  {
    ...LAW,
    kind: 'standard',
    citation: '164.314(a)(1)',
    title: 'Business associate contracts or other arrangements',
    asks: 'Make the contracts of 164.308(b) say what this section asks for.',
    restsOn: [
      '164.314(a)(2)(i)(A)',
      '164.314(a)(2)(i)(B)',
      '164.314(a)(2)(i)(C)',
      '164.314(a)(2)(ii)',
      '164.314(a)(2)(iii)',
    ],
    constructs: [{ file: 'lib/preflight/customer-agreements.ts', name: 'listCustomerAgreements' }],
    tests: ['test/preflight/probes.test.ts'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(a)(2)(i)(A)',
    title: 'Contract: comply with the Security Rule',
    asks: 'Bind the business associate to the applicable parts of the Security Rule.',
    attestations: ['aws-baa', 'business-associate-agreements'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(a)(2)(i)(B)',
    title: 'Contract: bind subcontractors',
    asks: 'Bind the business associate to bind its subcontractors in the same way.',
    attestations: ['aws-baa', 'business-associate-agreements'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(a)(2)(i)(C)',
    title: 'Contract: report incidents and breaches',
    asks: 'Bind the business associate to report every security incident that it learns of, breaches included.',
    attestations: ['aws-baa', 'business-associate-agreements'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(a)(2)(ii)',
    title: 'Other arrangements',
    asks: 'Where both sides are governmental entities, have an arrangement that does what the contract would.',
    attestations: ['governmental-arrangement'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(a)(2)(iii)',
    title: 'Business associate contracts with subcontractors',
    asks: 'As a business associate, have such contracts with subcontractors.',
    attestations: ['subcontractor-agreements'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.314(b)(1)',
    title: 'Requirements for group health plans',
    asks: 'As a group health plan, oblige the plan sponsor by the plan documents to safeguard ePHI.',
    restsOn: ['164.314(b)(2)(i)', '164.314(b)(2)(ii)', '164.314(b)(2)(iii)', '164.314(b)(2)(iv)'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(b)(2)(i)',
    title: 'Plan documents: safeguards',
    asks: 'Oblige the sponsor to have administrative, physical and technical safeguards.',
    attestations: ['group-health-plan'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(b)(2)(ii)',
    title: 'Plan documents: separation',
    asks: 'Oblige the sponsor to back the separation of plan and employer by security measures.',
    attestations: ['group-health-plan'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(b)(2)(iii)',
    title: 'Plan documents: agents',
    asks: 'Oblige the sponsor to bind its agents.',
    attestations: ['group-health-plan'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.314(b)(2)(iv)',
    title: 'Plan documents: report incidents',
    asks: 'Oblige the sponsor to report security incidents to the plan.',
    attestations: ['group-health-plan'],
  },
];
