import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current' } as const;

const BREACH = { ...LAW, attestations: ['breach-procedure'] } as const;

/**
 * What counts as a breach, and what individuals are told.
 *
 * @see 45 CFR 164.400–164.404
 */
export const BREACH_NOTICE: readonly SafeguardRow[] = [
  {
    ...LAW,
    kind: 'general',
    citation: '164.400',
    title: 'Applicability',
    asks: 'Apply the Breach Notification Rule to breaches since 2009-09-23.',
    notApplicable: 'says from when the rule applies; asks for nothing by itself',
  },
  {
    ...LAW,
    kind: 'definition',
    citation: '164.402',
    title: 'Unsecured PHI',
    asks: 'Treat PHI as secured only when it was encrypted or destroyed as HHS specifies and its key was not reached.',
    software: {
      owes: 'takes PHI as secured only with method, key evidence and source',
      tests: ['test/lambda/breach/domain/deadlines/not-a-breach.test.ts'],
    },
  },
  {
    ...LAW,
    kind: 'definition',
    citation: '164.402(1)',
    title: 'Breach: what is left out',
    asks: 'Leave out good-faith access within the workforce, inadvertent disclosure among the authorized, and recipients who could keep nothing.',
    software: {
      owes: 'accepts an exclusion only with its basis',
      tests: ['test/lambda/breach/domain/deadlines/not-a-breach.test.ts'],
    },
    attestations: ['breach-risk-assessment'],
  },
  {
    ...LAW,
    kind: 'definition',
    citation: '164.402(2)',
    title: 'Breach: presumption and risk assessment',
    asks: 'Presume a breach unless an assessment of at least four factors shows a low probability of compromise.',
    software: {
      owes: 'holds the presumption until all four factors are assessed',
      tests: ['test/lambda/breach/domain/deadlines/not-a-breach.test.ts'],
    },
    attestations: ['breach-risk-assessment'],
  },
  {
    ...BREACH,
    kind: 'standard',
    citation: '164.404(a)(1)',
    title: 'Notice to individuals',
    asks: 'Tell each individual whose unsecured PHI was breached.',
    restsOn: [
      '164.404(a)(2)',
      '164.404(b)',
      '164.404(c)(1)',
      '164.404(c)(2)',
      '164.404(d)(1)',
      '164.404(d)(2)',
      '164.404(d)(3)',
    ],
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.404(a)(2)',
    title: 'When a breach is treated as discovered',
    asks: 'Count from the first day on which the breach was known, or with reasonable diligence would have been, to any member of the workforce or agent.',
    software: {
      owes: 'keeps the earliest discovery as day 0',
      tests: [
        'test/lambda/breach/domain/deadlines/day-zero.test.ts',
        'test/lambda/breach/domain/deadlines/compute-deadlines.test.ts',
      ],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.404(b)',
    title: 'Timeliness of notice to individuals',
    asks: 'Tell them without unreasonable delay, and at the latest 60 calendar days after discovery.',
    software: {
      owes: 'computes the date, and says when it is near and when it has passed',
      tests: [
        'test/lambda/breach/domain/deadlines/federal-rules.test.ts',
        'test/lambda/breach/domain/deadlines/status.test.ts',
      ],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.404(c)(1)',
    title: 'Content of notice to individuals',
    asks: 'Say what happened, which kinds of PHI were involved, what individuals should do, what is being done, and whom to ask.',
    software: {
      owes: 'drafts a notice with all five elements and names what is missing',
      tests: ['test/lambda/breach/domain/notices/render-notice.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.404(c)(2)',
    title: 'Plain language',
    asks: 'Write it so that people understand it.',
    software: {
      owes: 'drafts notices in short sentences without jargon',
      tests: ['test/lambda/breach/domain/notices/render-notice.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.404(d)(1)',
    title: 'Written notice',
    asks: 'Send it by first-class mail, or by e-mail to those who agreed to that; to the next of kin of the dead.',
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.404(d)(2)',
    title: 'Substitute notice',
    asks: 'Where addresses fail: by other means for fewer than ten individuals; for ten or more on the web site for 90 days or in major media, with a toll-free number.',
    software: {
      owes: 'adds substitute notice by the number of unreachable individuals',
      tests: ['test/lambda/breach/domain/deadlines/federal-rules.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.404(d)(3)',
    title: 'Notice in urgent situations',
    asks: 'Where misuse may be imminent, telephone as well.',
  },
];
