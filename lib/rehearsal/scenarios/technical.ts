import { call, guardDutyFinding, macieFinding } from './events';
import type { Scenario, Step } from './scenario';

/** Somebody is at it, and has stopped it. */
const ANSWERED: readonly Step[] = [
  { does: 'case', step: { step: 'acknowledge' } },
  { does: 'case', step: { step: 'contained', how: 'The setting was put back.' } },
];

const READS = [
  'DescribeTrails',
  'ListBuckets',
  'DescribeInstances',
  'GetBucketPolicy',
  'DescribeDBInstances',
];

/** What services tell by themselves. */
export const TECHNICAL_SCENARIOS: readonly Scenario[] = [
  {
    id: 'trail-stopped',
    title: 'The audit trail is stopped',
    events: (stage) => [
      call(
        'cloudtrail',
        'StopLogging',
        { name: `arn:aws:cloudtrail:${stage.region}:${stage.account}:trail/drill-trail` },
        stage,
      ),
    ],
    steps: () => ANSWERED,
    expected: { verdict: 'incident', signal: 'cloudtrail-stopped', severity: 'critical' },
  },
  {
    id: 'bucket-public',
    title: 'A PHI bucket is made public',
    events: (stage) => [
      call('s3', 'PutBucketAcl', { bucketName: 'drill-phi-public', 'x-amz-acl': ['public-read'] }, stage),
    ],
    steps: () => ANSWERED,
    expected: { verdict: 'incident', signal: 'bucket-opened', severity: 'critical' },
  },
  {
    id: 'snapshot-shared',
    title: 'A database snapshot is shared outside',
    events: (stage) => [
      call(
        'rds',
        'ModifyDBSnapshotAttribute',
        {
          dBSnapshotIdentifier: 'drill-snapshot',
          attributeName: 'restore',
          valuesToAdd: ['999988887777'],
        },
        stage,
      ),
    ],
    steps: () => ANSWERED,
    expected: { verdict: 'incident', signal: 'snapshot-shared', severity: 'critical' },
  },
  {
    id: 'credentials-exfiltrated',
    title: 'GuardDuty finds credentials of a function in use outside AWS',
    events: (stage) => [
      guardDutyFinding('UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS', 8, stage),
    ],
    steps: () => ANSWERED,
    expected: { verdict: 'incident', signal: 'guardduty-finding', severity: 'high' },
  },
  {
    id: 'sensitive-data-public',
    title: 'Macie finds sensitive data in a bucket that everybody can read',
    events: (stage) => [macieFinding('drill-macie-public', stage)],
    steps: () => ANSWERED,
    expected: { verdict: 'incident', signal: 'sensitive-data-reachable', severity: 'critical' },
  },
  {
    id: 'benign-burst',
    title: 'A burst of ordinary calls stays silent',
    events: (stage) => READS.map((name) => call(name.includes('Bucket') ? 's3' : 'ec2', name, {}, stage)),
    times: 20,
    expected: { verdict: 'silence' },
  },
  {
    id: 'repeated-call',
    title: 'The same call is made fifty times: one case, one alert',
    events: (stage) => [
      call('kms', 'ScheduleKeyDeletion', { keyId: 'drill-key', pendingWindowInDays: 7 }, stage),
    ],
    times: 50,
    steps: () => ANSWERED,
    expected: { verdict: 'incident', signal: 'key-disabled', severity: 'critical', signals: 50 },
  },
  {
    id: 'duplicate-storm',
    title: 'The same event is delivered fifty times: recorded once',
    events: (stage) => [
      call(
        'rds',
        'ModifyDBSnapshotAttribute',
        { dBSnapshotIdentifier: 'drill-twin', attributeName: 'restore', valuesToAdd: ['all'] },
        stage,
      ),
    ],
    delivered: 50,
    steps: () => ANSWERED,
    expected: { verdict: 'incident', signal: 'snapshot-shared', severity: 'critical', signals: 1 },
  },
];
