import { triageEvent } from '../../lambda/breach/domain/triage/triage-event';
import { eventRoutes, MAX_PATTERN } from '../../lib/constructs/event-patterns';
import { ACCESS_CASES } from '../lambda/breach/domain/triage/cases/access-cases';
import { AUDIT_CASES } from '../lambda/breach/domain/triage/cases/audit-cases';
import { STORE_CASES } from '../lambda/breach/domain/triage/cases/store-cases';
import { eventOf, findingEvent } from '../lambda/breach/domain/triage/events';
import { SEEDS } from '../lambda/breach/domain/triage/mutate';
import { matchesPattern } from '../support/event-pattern';

const ROUTES = eventRoutes(['sandbox-patient-index']);

const CASES = [...AUDIT_CASES, ...STORE_CASES, ...ACCESS_CASES].flatMap(
  ({ signal, incidents = [], reviews = [] }) =>
    [...incidents, ...reviews].map((one) => [signal, one.call, eventOf(one)] as const),
);

/** Whether EventBridge would bring the event: read-only calls come to routes that ask for them alone. */
function arrives(event: Readonly<Record<string, unknown>>): boolean {
  const { readOnly } = Object(event.detail);
  return ROUTES.some(({ pattern, reads }) => (readOnly !== true || reads) && matchesPattern(pattern, event));
}

function routeFor(event: Readonly<Record<string, unknown>>): string[] {
  return ROUTES.filter(({ pattern }) => matchesPattern(pattern, event)).map(({ id }) => id);
}

const call = (detail: Readonly<Record<string, unknown>>) => ({
  source: 'aws.ec2',
  'detail-type': 'AWS API Call via CloudTrail',
  detail: { eventSource: 'ec2.amazonaws.com', managementEvent: true, readOnly: true, ...detail },
});

describe('the routes from the bus', () => {
  test.each(CASES)('%s: %s arrives', (_signal, _call, event) => {
    expect(arrives(event)).toBe(true);
  });

  test('every sample that triage would keep arrives', () => {
    const lost = SEEDS.map((line) => JSON.parse(line))
      .filter((event) => triageEvent(event).verdict !== 'ignore')
      .filter((event) => !arrives(event));
    expect(lost).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string[]]>([
    ['an ordinary read', call({ eventName: 'DescribeInstances' }), []],
    [
      'an ordinary read of an object',
      {
        ...call({ eventName: 'GetObject', managementEvent: false, eventSource: 's3.amazonaws.com' }),
        source: 'aws.s3',
      },
      [],
    ],
    [
      'an object that is written',
      { ...call({ eventName: 'PutObject', managementEvent: false, readOnly: false }), source: 'aws.s3' },
      [],
    ],
    ['an object that is created', { source: 'aws.s3', 'detail-type': 'Object Created', detail: {} }, []],
    ['a scheduled event', { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }, []],
    [
      'a configuration item',
      { source: 'aws.config', 'detail-type': 'Config Configuration Item Change', detail: {} },
      [],
    ],
    ['an event of an application', { source: 'shop.orders', 'detail-type': 'Order', detail: {} }, []],
    [
      'a denied read',
      call({ eventName: 'DescribeInstances', errorCode: 'Client.UnauthorizedOperation' }),
      ['Denied'],
    ],
    ['a read by root', call({ eventName: 'DescribeInstances', userIdentity: { type: 'Root' } }), ['Root']],
    ['a change that no signal lists', call({ eventName: 'DeleteEverything', readOnly: false }), ['Changes']],
    [
      'a change without a word on what it is',
      { ...call({ eventName: 'DeleteEverything' }), detail: { eventName: 'DeleteEverything' } },
      ['Changes'],
    ],
    ['a beat', { source: 'hipaa.baseline', 'detail-type': 'Heartbeat', detail: {} }, ['Path']],
    ['a finding', findingEvent('aws.guardduty', 'GuardDuty Finding', {}), ['Findings']],
    [
      'a call of a service that sends findings',
      { ...call({ eventName: 'ListFindings' }), source: 'aws.guardduty' },
      [],
    ],
    [
      'a touched decoy',
      call({
        eventName: 'GetObject',
        managementEvent: false,
        requestParameters: { tableName: 'sandbox-patient-index' },
      }),
      ['Decoys'],
    ],
  ])('%s takes the routes it should', (_name, event, expected) => {
    expect(routeFor(event)).toEqual(expected);
  });

  test('a route less is an event less', () => {
    const [, first] = CASES.map(([, , event]) => event);
    const without = ROUTES.filter(({ id }) => id !== 'Changes');
    expect(without.some(({ pattern }) => matchesPattern(pattern, first))).toBe(false);
  });

  test('patterns fit, and rules leave most of the quota of 300 to others', () => {
    expect(ROUTES.length).toBeLessThanOrEqual(20);
    for (const { pattern } of ROUTES) {
      expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(MAX_PATTERN);
    }
    expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
  });
});
