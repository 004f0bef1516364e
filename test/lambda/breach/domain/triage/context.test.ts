import { contextOf } from '../../../../../lambda/breach/domain/triage/context';
import { call, eventOf, findingEvent, IAM_USER, OWN } from './events';

describe('contextOf', () => {
  it('gives typed references to who, from where and what', () => {
    const event = eventOf(
      call('s3:DeleteBucket', { bucketName: 'b' }, { record: { userIdentity: IAM_USER } }),
    );
    expect(contextOf(event, () => 'token')).toEqual({
      source: 'aws.s3',
      account: OWN,
      region: 'us-east-1',
      actor: { kind: 'iam-user', account: OWN, token: 'token', service: null },
      sourceAddress: { kind: 'ipv4', value: '203.0.113.10' },
      resource: { kind: 's3:bucketName', account: null, region: null, token: 'token' },
    });
  });

  it.each([
    ['2001:DB8::1', { kind: 'ipv6', value: '2001:db8::1' }],
    ['cloudformation.amazonaws.com', { kind: 'aws-service', value: 'cloudformation.amazonaws.com' }],
    ['Jane Doe', { kind: 'other', value: 'token' }],
    ['AWS Internal', { kind: 'other', value: 'token' }],
  ])('knows the address %s', (sourceIPAddress, expected) => {
    expect(
      contextOf(eventOf(call('s3:ListBuckets', {}, { record: { sourceIPAddress } })), () => 'token')
        .sourceAddress,
    ).toEqual(expected);
  });

  it('says what a finding is about', () => {
    const event = findingEvent('aws.access-analyzer', 'Access Analyzer Finding', {
      resource: `arn:aws:kms:us-west-2:${OWN}:key/x`,
    });
    expect(contextOf(event, () => 'token').resource).toEqual({
      kind: 'finding',
      account: OWN,
      region: 'us-west-2',
      token: 'token',
    });
  });

  it('carries no text that somebody chose', () => {
    const secret = 'Jane Doe 000-12-3456';
    const record = {
      userIdentity: { type: secret, arn: secret, userName: secret, accountId: secret, invokedBy: secret },
      sourceIPAddress: secret,
      awsRegion: secret,
    };
    const event = {
      ...eventOf(call(`s3:${secret}`, { [secret]: secret, bucketName: secret }, { record })),
      source: secret,
      region: secret,
      account: secret,
    };
    expect(JSON.stringify(contextOf(event))).not.toMatch(/Jane|Doe|000-12-3456/i);
  });

  it.each([null, undefined, 7, 'text', {}, [], { source: 'x' }])('survives %j', (event) => {
    expect(contextOf(event).actor).toBeNull();
  });

  it('gives one name one token', () => {
    const one = contextOf(eventOf(call('s3:DeleteBucket', { bucketName: 'b' }))).resource?.token;
    expect(one).toMatch(/^token:[0-9a-f]{16}$/);
    expect(contextOf(eventOf(call('s3:GetObject', { bucketName: 'b' }))).resource?.token).toBe(one);
    expect(contextOf(eventOf(call('s3:GetObject', { bucketName: 'c' }))).resource?.token).not.toBe(one);
  });
});
