import { createNames } from '../../../../../lambda/breach/domain/register/names';
import { receive } from '../../../../../lambda/breach/domain/register/signal-facts';
import { sightingOf } from '../../../../../lambda/breach/domain/register/subject-of';
import { call, eventOf, findingEvent } from '../triage/events';

const NAMES = createNames(Buffer.alloc(32, 7), ['phi-records']);
const RECEIVED = '2026-03-04T15:00:00.000Z';

function subjectOf(event: unknown) {
  return sightingOf(event, NAMES, RECEIVED).subject;
}

function guardDuty(resource: object) {
  return findingEvent('aws.guardduty', 'GuardDuty Finding', {
    id: 'f',
    type: 'A:B/C',
    severity: 8,
    resource,
  });
}

describe('what an event is about', () => {
  it('is told of a call by account, region, service, token and the id of its record', () => {
    expect(subjectOf(eventOf(call('s3:PutBucketAcl', { bucketName: 'records' })))).toEqual({
      account: '111122223333',
      region: 'us-east-1',
      service: 's3',
      resource: NAMES.tokenize('records'),
      actor: expect.stringMatching(/^arn:aws:sts::111122223333:assumed-role\/tok-[a-p]{20}$/),
      eventId: '00000000-0000-4000-8000-000000000001',
    });
  });

  it('is shown by its name where that was known at synth', () => {
    expect(subjectOf(eventOf(call('s3:PutBucketAcl', { bucketName: 'phi-records' }))).resource).toBe(
      'phi-records',
    );
  });

  it.each([
    ['a bucket', { s3BucketDetails: [{ arn: 'arn:aws:s3:::records' }] }, 's3', /^arn:aws:s3:::tok-/],
    ['a machine', { instanceDetails: { instanceId: 'i-0123456789abcdef0' } }, 'ec2', /^i-0123456789abcdef0$/],
    ['an access key', { accessKeyDetails: { accessKeyId: 'AKIAEXAMPLE', userName: 'jane' } }, 'iam', /^tok-/],
    [
      'a function',
      { lambdaDetails: { functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:jane' } },
      'lambda',
      /:function:tok-/,
    ],
    ['a database', { rdsDbInstanceDetails: { dbInstanceIdentifier: 'jane' } }, 'rds', /^tok-/],
    ['nothing', {}, null, null],
  ])('is found in a finding on %s', (_, resource, service, reference) => {
    const subject = subjectOf(guardDuty(resource));
    expect(subject.service).toBe(service);
    if (reference === null) expect(subject.resource).toBeNull();
    else expect(subject.resource).toMatch(reference);
    expect(JSON.stringify(subject)).not.toContain('jane');
  });

  it('is the same key for a name and an ARN of one resource, and another for another service or account', () => {
    const keyOf = (event: unknown) => sightingOf(event, NAMES, RECEIVED).resourceKey;
    const bucket = keyOf(eventOf(call('s3:PutBucketAcl', { bucketName: 'records' })));
    expect(keyOf(guardDuty({ s3BucketDetails: [{ arn: 'arn:aws:s3:::records' }] }))).toBe(bucket);
    expect(keyOf(eventOf(call('dynamodb:DeleteTable', { tableName: 'records' })))).not.toBe(bucket);
    const elsewhere = {
      ...eventOf(call('s3:PutBucketAcl', { bucketName: 'records' })),
      account: '444455556666',
    };
    expect(keyOf(elsewhere)).not.toBe(bucket);
    expect(bucket).not.toContain('records');
  });

  it.each([
    ['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.000Z'],
    ['2026-03-04T07:06:07+02:00', '2026-03-04T05:06:07.000Z'],
    ['2036-01-01T00:00:00Z', RECEIVED],
    ['yesterday', '2026-03-04T05:06:08.000Z'],
  ])('happened at %s', (eventTime, expected) => {
    const event = eventOf(call('s3:PutBucketAcl', { bucketName: 'records' }, { record: { eventTime } }));
    expect(sightingOf(event, NAMES, RECEIVED).happenedAt).toBe(expected);
  });

  it.each([
    undefined,
    null,
    42,
    'text',
    [],
    {},
    { detail: 7 },
    { source: 'aws.s3', detail: { resource: [[[]]] } },
  ])('is nothing where there is nothing: %j', (event) => {
    expect(subjectOf(event).resource).toBeNull();
  });
});

describe('what is kept of a signal', () => {
  it('shows no id that somebody could have chosen', () => {
    const event = { ...eventOf(call('cloudtrail:StopLogging', { name: 'x' })), id: '987-65-4321' };
    const { signals } = receive(JSON.stringify(event), NAMES, RECEIVED);
    expect(signals.map(({ fact }) => fact.eventId)).toEqual([NAMES.tokenize('987-65-4321')]);
  });

  it('tells findings of one event apart', () => {
    const hub = findingEvent('aws.securityhub', 'Security Hub Findings - Imported', {
      findings: ['one', 'two'].map((id) => ({
        Id: `arn:aws:securityhub:us-east-1:111122223333:finding/${id}`,
        AwsAccountId: '111122223333',
        ProductName: 'GuardDuty',
        Severity: { Label: 'CRITICAL' },
        Workflow: { Status: 'NEW' },
        RecordState: 'ACTIVE',
      })),
    });
    const { signals, counts } = receive(JSON.stringify(hub), NAMES, RECEIVED);
    expect(new Set(signals.map(({ seenKey }) => seenKey)).size).toBe(2);
    expect(counts).toEqual({ 'incident:security-finding': 2 });
  });
});
