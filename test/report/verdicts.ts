import type { EnvironmentVerdict, Verdict, Violation } from '../../lib/checks/verdict';

/** A violation as the checks report it. */
export const VIOLATION: Violation = {
  rule: 'HIPAA.Security-S3BucketVersioningEnabled',
  pack: 'hipaa',
  severity: 'error',
  citations: ['164.308(a)(7)(i)', '164.312(c)(1)'],
  stack: 'sandbox/Data',
  path: 'sandbox/Data/Phi/Resource',
  resource: 'PhiF68F3FF0',
  resourceType: 'AWS::S3::Bucket',
  message: 'The S3 Bucket does not have versioning enabled.',
  fix: 'Use versioning to preserve, retrieve, and restore every version of every object.',
  source: 'lib/constructs/phi-bucket.ts:42',
};

/** An environment with one violation and two exceptions of the same kind. */
export const FAILED: EnvironmentVerdict = {
  environment: 'sandbox',
  verdict: 'fail',
  counts: { resources: 1, rules: 225, evaluations: 225, violations: 1, acknowledged: 2 },
  violations: [VIOLATION],
  acknowledged: ['First', 'Second'].map((name) => ({
    rule: 'AwsSolutions-S1',
    pack: 'aws-solutions',
    stack: 'sandbox/Data',
    path: `sandbox/Data/${name}/Resource`,
    reason: 'It is the access-log bucket itself.',
    owner: 'security-officer',
    expires: '2027-11-01',
    citations: ['164.312(b)'],
  })),
  safeguards: [],
};

/** An environment in which nothing is open. */
export const PASSED: EnvironmentVerdict = {
  environment: 'production',
  verdict: 'pass',
  counts: { resources: 2, rules: 225, evaluations: 450, violations: 0, acknowledged: 0 },
  violations: [],
  acknowledged: [],
  safeguards: [],
};

/** A verdict over these environments. */
export function verdictOf(...environments: EnvironmentVerdict[]): Verdict {
  const holds = environments.every(({ verdict }) => verdict === 'pass');
  return { schemaVersion: 1, asOf: '2026-11-21', verdict: holds ? 'pass' : 'fail', environments };
}
