import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';

const TYPES = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

/** The longest that KMS allows, and its default. */
const LONGEST_WINDOW_DAYS = 30;

/**
 * A key waits as long as KMS allows before it is deleted, because what it encrypted is then gone for good.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A)
 */
export const keyDeletionWindow: BaselineRule = {
  id: 'Baseline-KeyDeletionWindow',
  severity: 'error',
  info: `A customer-managed key waits ${LONGEST_WINDOW_DAYS} days before it is deleted.`,
  explanation:
    'Deleting a key destroys all that it encrypts; the wait is the time in which somebody can notice.',
  fix: `Set PendingWindowInDays of the key to ${LONGEST_WINDOW_DAYS}, or leave it out.`,
  citations: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  basis: 'practice',
  evaluate: ({ resource, template }) =>
    TYPES.includes(resource.Type) ? judgeVariants(resource, template, judge) : [],
};

function judge({ PendingWindowInDays: days }: JsonObject): readonly string[] {
  return days === undefined || (wholeNumber(days) ?? 0) >= LONGEST_WINDOW_DAYS
    ? []
    : [`The key must wait ${LONGEST_WINDOW_DAYS} days before it is deleted, ${got(days)}`];
}
