/** The four factors of every risk assessment, in the order of the regulation. */
export const FACTORS = ['nature', 'recipient', 'acquired', 'mitigation'] as const;

/** One of the four factors. */
type Factor = (typeof FACTORS)[number];

/** What a factor asks and where. */
export interface FactorRow {
  readonly factor: Factor;
  readonly citation: string;
  readonly question: string;
}

/** @see 45 CFR 164.402 "Breach" (2)(i)–(iv) */
export const FACTOR_ROWS: readonly FactorRow[] = [
  {
    factor: 'nature',
    citation: '45 CFR 164.402 Breach (2)(i)',
    question: 'What was involved: which kinds of information, how telling, how easily tied to a person?',
  },
  {
    factor: 'recipient',
    citation: '45 CFR 164.402 Breach (2)(ii)',
    question: 'Who used it or received it without permission?',
  },
  {
    factor: 'acquired',
    citation: '45 CFR 164.402 Breach (2)(iii)',
    question: 'Was it really acquired or viewed?',
  },
  {
    factor: 'mitigation',
    citation: '45 CFR 164.402 Breach (2)(iv)',
    question: 'How far has the risk been reduced?',
  },
];
