import type { SafeguardRow } from '../safeguard';

const BREACH = { basis: 'law', profile: 'current', attestations: ['breach-procedure'] } as const;

/**
 * Media, HHS, covered entities, delays and the burden of proof.
 *
 * @see 45 CFR 164.406–164.414
 */
export const BREACH_REPORTING: readonly SafeguardRow[] = [
  {
    ...BREACH,
    kind: 'standard',
    citation: '164.406(a)',
    title: 'Notice to the media',
    asks: 'Tell prominent media when more than 500 residents of one State or jurisdiction are affected.',
    restsOn: ['164.406(b)', '164.406(c)'],
    software: {
      owes: 'counts residents by jurisdiction, with 500 not enough',
      tests: ['test/lambda/breach/domain/deadlines/federal-rules.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.406(b)',
    title: 'Timeliness of notice to the media',
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
    citation: '164.406(c)',
    title: 'Content of notice to the media',
    asks: 'Say what individuals are told.',
    software: {
      owes: 'drafts the notice to the media with the same content',
      tests: ['test/lambda/breach/domain/notices/render-notice.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'standard',
    citation: '164.408(a)',
    title: 'Notice to the Secretary',
    asks: 'Report every breach to HHS.',
    restsOn: ['164.408(b)', '164.408(c)'],
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.408(b)',
    title: 'Breaches of 500 individuals or more',
    asks: 'Report to HHS at the same time as to the individuals.',
    software: {
      owes: 'makes the report due with the individual notice, from 500 on or an unknown count',
      tests: ['test/lambda/breach/domain/deadlines/federal-rules.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.408(c)',
    title: 'Breaches of fewer than 500 individuals',
    asks: 'Keep a log, and report within 60 days of the end of the calendar year of discovery.',
    software: {
      owes: 'dates the yearly report, leap years included',
      tests: ['test/lambda/breach/domain/deadlines/federal-rules.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'standard',
    citation: '164.410(a)(1)',
    title: 'Notice by a business associate',
    asks: 'As a business associate, tell the covered entity of a breach.',
    restsOn: ['164.410(a)(2)', '164.410(b)', '164.410(c)(1)', '164.410(c)(2)'],
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.410(a)(2)',
    title: 'When a business associate has discovered a breach',
    asks: 'Count from the first day on which any employee, officer or agent knew or would have known.',
    software: {
      owes: 'shares day 0 with the covered entity where the business associate is its agent',
      tests: ['test/lambda/breach/domain/deadlines/day-zero.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.410(b)',
    title: 'Timeliness of notice by a business associate',
    asks: 'Tell the covered entity without unreasonable delay, and at the latest 60 calendar days after discovery.',
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
    citation: '164.410(c)(1)',
    title: 'Notice by a business associate: the individuals',
    asks: 'Name each individual who is affected, as far as possible.',
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.410(c)(2)',
    title: 'Notice by a business associate: what else is known',
    asks: 'Give what else the individuals are to be told, at once or as soon as it is known.',
    software: {
      owes: 'drafts the notice to the covered entity and points to the list of individuals',
      tests: ['test/lambda/breach/domain/notices/render-notice.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'required',
    citation: '164.412',
    title: 'Law enforcement delay',
    asks: 'Hold a notice back while an official says that it would harm an investigation: for the time stated in writing, otherwise for 30 days at most.',
    software: {
      owes: 'moves due dates by holds, and no further than they reach',
      tests: ['test/lambda/breach/domain/deadlines/holds.test.ts'],
    },
  },
  {
    ...BREACH,
    kind: 'standard',
    citation: '164.414(a)',
    title: 'Administrative requirements',
    asks: 'Cover breach notification by training, complaints, sanctions, and by documentation that is kept for six years.',
    attestations: ['privacy-administration', 'documentation-retention'],
  },
  {
    ...BREACH,
    kind: 'standard',
    citation: '164.414(b)',
    title: 'Burden of proof',
    asks: 'Be able to show that every notice was given, or that there was no breach.',
    software: {
      owes: 'records every step of an incident so that alteration is detected',
      tests: [
        'test/incident/assess-and-close.test.ts',
        'test/lambda/breach/use-cases/path.test.ts',
        'test/lambda/shared/audit-chain/chain-verifier.test.ts',
        'test/lambda/shared/audit-chain/signed-head.test.ts',
      ],
    },
  },
];
