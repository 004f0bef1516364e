import type { Acknowledgement } from '../../lib/checks/acknowledgement';

/** An exception that holds on the day on which tests take place. */
export const HOLDS: Acknowledgement = {
  rule: 'HIPAA.Security-S3BucketReplicationEnabled',
  kind: 'terminal-bucket',
  reason: 'The bucket is itself the last copy.',
  owner: 'security-officer',
  expires: '2027-11-01',
  citation: '164.312(c)(1)',
};
