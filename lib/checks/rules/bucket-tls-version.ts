import type { BaselineRule } from '../baseline-rule';
import type { PolicyCondition } from '../template-values/policy-statements';
import { missingDenial } from './bucket-policies';

const LOWEST_VERSION = 1.2;

/**
 * Each bucket has a policy of its own that denies TLS before 1.2.
 *
 * @see 45 CFR 164.312(e)(2)(ii)
 */
export const bucketTlsVersion: BaselineRule = {
  id: 'Baseline-BucketTlsVersion',
  severity: 'error',
  info: `The policy of each bucket denies everybody every action under TLS before ${LOWEST_VERSION}.`,
  explanation: 'Encryption that meets HHS guidance on PHI in motion (NIST SP 800-52) begins with TLS 1.2.',
  fix: `Add to the bucket's policy: Deny, Principal "*", Action "s3:*", Resource the bucket and the bucket/*, Condition NumericLessThan s3:TlsVersion ${LOWEST_VERSION} (minimumTLSVersion: ${LOWEST_VERSION}).`,
  citations: ['164.312(e)(2)(ii)'],
  basis: 'guidance',
  evaluate: (subject) => {
    if (subject.resource.Type !== 'AWS::S3::Bucket') return [];
    const missing = missingDenial(subject, isOldVersion);
    return missing === undefined
      ? []
      : [`The bucket's policy must deny everybody TLS before ${LOWEST_VERSION}, ${missing}.`];
  },
};

function isOldVersion({ operator, key, values }: PolicyCondition): boolean {
  return (
    (operator === 'numericlessthan' || operator === 'numericlessthanifexists') &&
    key === 's3:tlsversion' &&
    values.length > 0 &&
    values.every((value) => isNumeric(value) && Number(value) >= LOWEST_VERSION)
  );
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string';
}
