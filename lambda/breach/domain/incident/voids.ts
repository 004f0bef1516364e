import type { Incident } from './incident';

/** Whether an assessment would end obligations that it was not made for, once the case changes. @see 45 CFR 164.402 */
export function voids({ assessed }: Pick<Incident, 'assessed'>): boolean {
  return assessed !== null && assessed.presumption === 'overcome';
}
