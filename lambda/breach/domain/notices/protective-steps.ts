import { categoryOf, type PhiCategory } from '../deadlines/phi-types';

/** What people can do when a kind of information is out. */
export interface ProtectiveStep {
  readonly categories: readonly PhiCategory[];
  readonly step: string;
}

/** General advice by kind of information, one short step each. @see 45 CFR 164.404(c)(1)(C) */
export const PROTECTIVE_STEPS: readonly ProtectiveStep[] = [
  {
    categories: ['ssn', 'government-id'],
    step: 'Ask the three credit bureaus for your free credit report and read it for accounts that are not yours.',
  },
  {
    categories: ['ssn', 'government-id'],
    step: 'Think about a fraud alert or a credit freeze. Both are free.',
  },
  {
    categories: ['financial'],
    step: 'Check your bank and card statements. Tell your bank about charges that are not yours.',
  },
  { categories: ['credentials'], step: 'Change your password here and wherever else you use it.' },
  {
    categories: ['health-insurance', 'medical', 'genetic'],
    step: 'Read the statements of your health plan. Tell the plan about care that you did not get.',
  },
  {
    categories: ['contact', 'biometric'],
    step: 'Be careful with calls and messages that ask for more about you.',
  },
];

/** The steps that fit the types of information. */
export function protectiveSteps(phiTypes: readonly string[]): readonly string[] {
  const categories = new Set(phiTypes.map(categoryOf));
  return PROTECTIVE_STEPS.filter((row) => row.categories.some((category) => categories.has(category))).map(
    ({ step }) => step,
  );
}
