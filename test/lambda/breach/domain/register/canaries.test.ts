import { createNames } from '../../../../../lambda/breach/domain/register/names';
import { receive } from '../../../../../lambda/breach/domain/register/signal-facts';
import { call, eventOf, findingEvent, IAM_USER, ROOT } from '../triage/events';

const NAMES = createNames(Buffer.alloc(32, 7), []);

const EVENTS: readonly Record<string, unknown>[] = [
  eventOf(call('cloudtrail:StopLogging', { name: 'main' })),
  eventOf(call('s3:PutBucketAcl', { bucketName: 'records', AccessControlPolicy: { a: ['x'] } })),
  eventOf(call('signin:ConsoleLogin', {}, { record: { userIdentity: ROOT } })),
  eventOf(call('iam:CreateAccessKey', { userName: 'x' }, { record: { userIdentity: IAM_USER } })),
  eventOf(
    call('ec2:AuthorizeSecurityGroupIngress', {
      groupId: 'sg-1',
      ipPermissions: {
        items: [
          {
            fromPort: 22,
            toPort: 22,
            ipProtocol: 'tcp',
            ipRanges: { items: [{ cidrIp: '0.0.0.0/0', description: 'x' }] },
          },
        ],
      },
    }),
  ),
  findingEvent('aws.guardduty', 'GuardDuty Finding', {
    id: 'f',
    type: 'UnauthorizedAccess:EC2/SSHBruteForce',
    title: 't',
    description: 'd',
    severity: 8,
    resource: {
      resourceType: 'Instance',
      instanceDetails: { instanceId: 'i-0123456789abcdef0', tags: [{ key: 'k', value: 'v' }] },
    },
    service: { eventLastSeen: '2026-03-04T05:06:07Z', action: { actionType: 'x' } },
  }),
  findingEvent('aws.macie', 'Macie Finding', {
    id: 'f',
    type: 'SensitiveData:S3Object/Personal',
    severity: { description: 'High' },
    resourcesAffected: {
      s3Bucket: { arn: 'arn:aws:s3:::x', name: 'x', publicAccess: { effectivePermission: 'PUBLIC' } },
      s3Object: { key: 'k' },
    },
  }),
];

/** The event once for each text in it, with the canary in its place. */
function planted(event: unknown, canary: string): readonly unknown[] {
  if (typeof event === 'string') return [canary];
  if (Array.isArray(event)) {
    return event.flatMap((item, index) =>
      planted(item, canary).map((other) => event.map((old, at) => (at === index ? other : old))),
    );
  }
  if (typeof event !== 'object' || event === null) return [];
  return Object.entries(event).flatMap(([name, value]) => [
    ...planted(value, canary).map((other) => ({ ...event, [name]: other })),
    { ...event, [canary]: value },
  ]);
}

function signalsOf(event: unknown): string {
  return JSON.stringify(receive(JSON.stringify(event), NAMES, '2026-03-04T15:00:00.000Z'));
}

describe('a canary in any text of an event', () => {
  it.each([
    'Jane Doe 987-65-4321',
    'zqxcanary',
    'ZQX-4711-CANARY',
    '987-65-4321',
    'jane.zqxcanary@example.org',
    'arn:aws:s3:::zqxcanary/zqxcanary',
  ])('gets into nothing that is kept: %s', (canary) => {
    const leaks = EVENTS.flatMap((event) =>
      planted(event, canary)
        .map((other) => [JSON.stringify(other), signalsOf(other)] as const)
        .filter(([, kept]) => /zqx|jane|987-65/i.test(kept)),
    );
    expect(leaks.map(([event, kept]) => `${event.slice(0, 900)} => ${kept}`)).toEqual([]);
  });
});
