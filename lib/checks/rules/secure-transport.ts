import type { PolicyCondition } from '../template-values/policy-statements';

/** Whether a condition, in a statement that denies, means every request that is not encrypted on its way. */
export function isPlainTransport({ operator, key, values }: PolicyCondition): boolean {
  return (
    (operator === 'bool' || operator === 'boolifexists') &&
    key === 'aws:securetransport' &&
    values.length > 0 &&
    values.every((value) => value === false || value === 'false' || value === 'False')
  );
}
