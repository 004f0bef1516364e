import type { BaselineRule } from '../baseline-rule';
import { missingDenial } from './bucket-policies';
import { isPlainTransport } from './secure-transport';

/**
 * Each bucket has a policy of its own that denies every request without TLS, to the bucket and to all of its objects.
 *
 * @see 45 CFR 164.312(e)(2)(ii)
 */
export const bucketTls: BaselineRule = {
  id: 'Baseline-BucketTls',
  severity: 'error',
  info: 'The policy of each bucket denies everybody every action without TLS, on the bucket and on its objects.',
  explanation:
    'A bucket answers plain HTTP unless its own policy forbids it; the policy of another bucket does not help.',
  fix: 'Give the bucket an AWS::S3::BucketPolicy with a statement: Deny, Principal "*", Action "s3:*", Resource the bucket and the bucket/*, Condition Bool aws:SecureTransport "false" (enforceSSL: true).',
  citations: ['164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
  basis: 'practice',
  evaluate: (subject) => {
    if (subject.resource.Type !== 'AWS::S3::Bucket') return [];
    const missing = missingDenial(subject, isPlainTransport);
    return missing === undefined
      ? []
      : [`The bucket's policy must deny everybody every request without TLS, ${missing}.`];
  },
};
