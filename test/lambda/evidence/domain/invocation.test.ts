import { readInvocation } from '../../../../lambda/evidence/domain/invocation';
import {
  ARCHIVE,
  bucketItem,
  changeOf,
  DATABASE,
  databaseItem,
  defaultLock,
  oversizedChange,
  question,
  SCHEDULE,
} from '../recorded-items';

const TLS = { check: 'database-tls-forced' };
const ARCHIVED = { check: 'archive-locked', bucket: ARCHIVE, mode: 'COMPLIANCE', days: '2192' };

describe('a question of AWS Config', () => {
  it('is about a change, with what was recorded', () => {
    const asked = readInvocation(question(changeOf(bucketItem(defaultLock('COMPLIANCE', 2192))), ARCHIVED));
    expect(asked).toMatchObject({
      trigger: {
        kind: 'change',
        item: {
          resource: { type: 'AWS::S3::Bucket', id: ARCHIVE },
          isGone: false,
          capturedAt: new Date('2026-11-20T04:15:09.123Z'),
        },
      },
      parameters: { check: 'archive-locked', bucket: ARCHIVE, demanded: { mode: 'COMPLIANCE', days: 2192 } },
      ruleName: 'hipaa-rule',
      resultToken: 'token-1',
      hasLeftScope: false,
    });
  });

  it.each(['ResourceDeleted', 'ResourceDeletedNotRecorded', 'ResourceNotRecorded'])(
    'is about a resource that is gone: %s',
    (configurationItemStatus) => {
      const item = databaseItem({}, { configurationItemStatus, configuration: null });
      expect(readInvocation(question(changeOf(item), TLS)).trigger).toMatchObject({ item: { isGone: true } });
    },
  );

  it('is about a change that does not fit into the event', () => {
    expect(readInvocation(question(oversizedChange(), TLS)).trigger).toEqual({
      kind: 'oversized-change',
      resource: { type: 'AWS::RDS::DBInstance', id: DATABASE },
      at: new Date('2026-11-20T04:15:09.123Z'),
      isGone: false,
    });
    expect(readInvocation(question(oversizedChange({ changeType: 'DELETE' }), TLS)).trigger).toMatchObject({
      isGone: true,
    });
  });

  it('comes on a schedule', () => {
    expect(readInvocation(question(SCHEDULE, { check: 'log-group-masked' }))).toMatchObject({
      trigger: { kind: 'schedule', at: new Date('2026-11-21T00:00:00.000Z') },
      parameters: { check: 'log-group-masked' },
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'x'],
    ['another event', { source: 'aws.s3' }],
    ['an event that is no JSON', question(SCHEDULE, TLS, { invokingEvent: '{' })],
    ['an event of another kind', question({ messageType: 'ConfigurationSnapshotDeliveryCompleted' }, TLS)],
    ['an item without a resource', question(changeOf({ ...databaseItem(), resourceId: '' }), TLS)],
    ['an item of a type that is none', question(changeOf(databaseItem({}, { resourceType: 'x' })), TLS)],
    [
      'an item of no time',
      question(changeOf(databaseItem({}, { configurationItemCaptureTime: 'soon' })), TLS),
    ],
    ['a summary without a resource', question(oversizedChange({ resourceId: 7 }), TLS)],
    ['a schedule of no time', question({ ...SCHEDULE, notificationCreationTime: 5 }, TLS)],
    ['no token', question(SCHEDULE, TLS, { resultToken: '' })],
    ['no rule', question(SCHEDULE, TLS, { configRuleName: undefined })],
    ['no account', question(SCHEDULE, TLS, { accountId: '12' })],
  ])('is not %s', (_what, event) => {
    expect(() => readInvocation(event)).toThrow(
      "'event' must be a question of AWS Config, got: something else",
    );
  });

  it.each<[string, object, string]>([
    ['no check', {}, "'check' must"],
    ['a check that nobody knows', { check: 'Jane Roe' }, "'check' must"],
    ['no archive', { ...ARCHIVED, bucket: '' }, "'bucket' must"],
    ['a mode that nobody knows', { ...ARCHIVED, mode: 'NONE' }, "'mode' must"],
    ['days that are none', { ...ARCHIVED, days: 'many' }, "'days' must"],
    ['no days', { ...ARCHIVED, days: 0 }, "'days' must"],
  ])('is refused with %s, and repeats nothing of it', (_what, parameters, message) => {
    const ask = () => readInvocation(question(SCHEDULE, parameters));
    expect(ask).toThrow(message);
    expect(ask).not.toThrow(/Jane/);
  });
});
