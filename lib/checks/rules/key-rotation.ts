import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { isTrue, wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';

/** A year; KMS's own default, and what auditors ask for. */
const LONGEST_PERIOD_DAYS = 365;

/**
 * A customer-managed symmetric key gets new material each year. Keys that KMS cannot rotate (asymmetric, HMAC) are not meant; a symmetric
 * key whose material is not KMS's own is, because nothing rotates it by itself.
 *
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export const keyRotation: BaselineRule = {
  id: 'Baseline-KeyRotation',
  severity: 'error',
  info: `A customer-managed symmetric key is rotated at least every ${LONGEST_PERIOD_DAYS} days.`,
  explanation:
    'New material limits what one stolen key opens; the old material still decrypts what it encrypted.',
  fix: `Set EnableKeyRotation to true, and RotationPeriodInDays to ${LONGEST_PERIOD_DAYS} or less (or leave it out).`,
  citations: ['164.312(a)(2)(iv)'],
  basis: 'practice',
  evaluate: ({ resource, template }) =>
    resource.Type === 'AWS::KMS::Key' ? judgeVariants(resource, template, judge) : [],
};

function judge({
  KeySpec,
  KeyUsage,
  Origin,
  EnableKeyRotation,
  RotationPeriodInDays,
}: JsonObject): readonly string[] {
  if (!isSymmetric(KeySpec, KeyUsage)) return [];
  if (Origin !== undefined && Origin !== 'AWS_KMS') {
    return [`The key must have material that KMS can rotate: 'Origin' must be AWS_KMS, ${got(Origin)}`];
  }
  if (!isTrue(EnableKeyRotation)) return [`'EnableKeyRotation' must be true, ${got(EnableKeyRotation)}`];
  if (RotationPeriodInDays === undefined) return [];
  const days = wholeNumber(RotationPeriodInDays);
  return days !== undefined && days <= LONGEST_PERIOD_DAYS
    ? []
    : [`'RotationPeriodInDays' must be ${LONGEST_PERIOD_DAYS} days or less, ${got(RotationPeriodInDays)}`];
}

/** What the template does not decide counts as the default of KMS, which is symmetric. */
function isSymmetric(spec: unknown, usage: unknown): boolean {
  const known = typeof spec === 'string' ? spec : 'SYMMETRIC_DEFAULT';
  return known === 'SYMMETRIC_DEFAULT' && (typeof usage !== 'string' || usage === 'ENCRYPT_DECRYPT');
}
