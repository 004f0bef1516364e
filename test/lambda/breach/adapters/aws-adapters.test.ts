import { generateKeyPairSync, sign } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GenerateMacCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import {
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetTopicAttributesCommand, NotFoundException, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { kmsNameKey } from '../../../../lambda/breach/adapters/kms-name-key';
import { metricLine } from '../../../../lambda/breach/adapters/metric-line';
import { putPathEvent } from '../../../../lambda/breach/adapters/put-path-event';
import { S3EvidenceArchive } from '../../../../lambda/breach/adapters/s3-evidence-archive';
import { SnsAlertPublisher } from '../../../../lambda/breach/adapters/sns-alert-publisher';
import { topicsNobodyReads } from '../../../../lambda/breach/adapters/topics-nobody-reads';
import { NotSentError } from '../../../../lambda/breach/ports/not-sent-error';
import { isSignedBy } from '../../../../lambda/shared/audit-chain/signed-head';
import { KmsHeadSigner } from '../../../../lambda/shared/head-signing/kms-head-signer';

const TOPICS = {
  critical: 'urgent',
  high: 'urgent',
  medium: 'routine',
  low: 'routine',
  escalation: 'others',
};
const ALERT = {
  id: 'msg-1',
  channel: 'high',
  subject: 'A trail was stopped',
  message: '{"default":"x"}',
} as const;

const failure = (name: string, metadata: object = {}, more: object = {}) =>
  Object.assign(new Error(name), { name, $metadata: metadata, ...more });

const sns = mockClient(SNSClient);

describe('alerts through SNS', () => {
  const mock = sns;
  const publisher = new SnsAlertPublisher(new SNSClient({ region: 'us-east-1' }), TOPICS);
  beforeEach(() => mock.reset());

  test('go to the topic of their channel, a text for each protocol', async () => {
    mock.on(PublishCommand).resolves({ MessageId: 'receipt' });
    expect(await publisher.publish(ALERT)).toEqual({ receipt: 'receipt' });
    expect(mock.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      TopicArn: 'urgent',
      Subject: ALERT.subject,
      Message: ALERT.message,
      MessageStructure: 'json',
      MessageAttributes: { channel: { DataType: 'String', StringValue: 'high' } },
    });
  });

  test.each([
    ['a throttled call', failure('ThrottledException', { httpStatusCode: 400, attempts: 1 })],
    ['a key that is disabled', failure('KMSDisabledException', { httpStatusCode: 400, attempts: 1 })],
    ['no way out', failure('Error', {}, { code: 'ECONNREFUSED' })],
  ])('certainly did not go out after %s', async (_name, error) => {
    mock.on(PublishCommand).rejects(error);
    await expect(publisher.publish(ALERT)).rejects.toBeInstanceOf(NotSentError);
  });

  test.each([
    ['a timeout', failure('TimeoutError')],
    ['a fault of SNS', failure('InternalErrorException', { httpStatusCode: 500, attempts: 1 })],
    [
      'a refusal after an attempt that nobody knows of',
      failure('Throttled', { httpStatusCode: 400, attempts: 2 }),
    ],
  ])('may have gone out after %s', async (_name, error) => {
    mock.on(PublishCommand).rejects(error);
    await expect(publisher.publish(ALERT)).rejects.toBe(error);
  });
});

describe('topics that nobody reads', () => {
  const mock = sns;
  beforeEach(() => mock.reset());

  test('have no confirmed subscription, one that waits, or are gone', async () => {
    const attributes = (SubscriptionsConfirmed: string, SubscriptionsPending: string) => ({
      Attributes: { SubscriptionsConfirmed, SubscriptionsPending },
    });
    mock.on(GetTopicAttributesCommand, { TopicArn: 'read' }).resolves(attributes('1', '0'));
    mock.on(GetTopicAttributesCommand, { TopicArn: 'nobody' }).resolves(attributes('0', '0'));
    mock.on(GetTopicAttributesCommand, { TopicArn: 'waits' }).resolves(attributes('1', '1'));
    mock
      .on(GetTopicAttributesCommand, { TopicArn: 'gone' })
      .rejects(new NotFoundException({ message: '', $metadata: {} }));
    const client = new SNSClient({ region: 'us-east-1' });
    expect(await topicsNobodyReads(client, ['read'])).toBe(0);
    expect(await topicsNobodyReads(client, ['read', 'nobody', 'waits', 'gone'])).toBe(3);
  });
});

describe('evidence in S3', () => {
  const mock = mockClient(S3Client);
  const archive = new S3EvidenceArchive(new S3Client({ region: 'us-east-1' }), 'archive', 'COMPLIANCE');
  const evidence = {
    key: 'incidents/inc-1/heads/0000000001.json',
    body: '{}',
    contentType: 'application/json',
    retainUntil: '2032-03-04',
  } as const;
  /** As the SDK answers: a stream that can be read as a text. */
  const body = (text: string) => ({
    Body: Object.assign(new IncomingMessage(new Socket()), {
      transformToByteArray: async () => Buffer.from(text),
      transformToString: async () => text,
      transformToWebStream: () => new ReadableStream(),
    }),
  });
  beforeEach(() => mock.reset());

  test('is locked as it is written, and overwrites nothing', async () => {
    mock.on(PutObjectCommand).resolves({});
    await archive.put(evidence);
    expect(mock.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: new Date('2032-03-04T00:00:00.000Z'),
      IfNoneMatch: '*',
    });
  });

  test('is accepted again, and refused where another object stands', async () => {
    mock.on(PutObjectCommand).rejects(failure('PreconditionFailed'));
    mock.on(ListObjectVersionsCommand).resolves({ Versions: [] });
    mock.on(GetObjectCommand).resolves(body('{}'));
    await archive.put(evidence);
    mock.on(GetObjectCommand).resolves(body('{"other":1}'));
    await expect(archive.put(evidence)).rejects.toThrow('never be replaced');
  });

  test('that is not there is undefined; other failures are told', async () => {
    mock.on(GetObjectCommand).rejects(new NoSuchKey({ message: '', $metadata: {} }));
    expect(await archive.get(evidence.key)).toBeUndefined();
    mock.on(GetObjectCommand).rejects(failure('AccessDenied'));
    await expect(archive.get(evidence.key)).rejects.toThrow('AccessDenied');
  });

  test('is locked longer on every version of every page, and never shorter', async () => {
    mock
      .on(ListObjectVersionsCommand)
      .resolvesOnce({
        Versions: [{ Key: 'a', VersionId: '1' }],
        IsTruncated: true,
        NextKeyMarker: 'a',
        NextVersionIdMarker: '1',
      })
      .resolvesOnce({ Versions: [{ Key: 'b', VersionId: '2' }] });
    mock
      .on(GetObjectRetentionCommand)
      .resolvesOnce({ Retention: { Mode: 'COMPLIANCE', RetainUntilDate: new Date('2030-01-01') } })
      .resolvesOnce({ Retention: { Mode: 'COMPLIANCE', RetainUntilDate: new Date('2040-01-01') } });
    mock.on(PutObjectRetentionCommand).resolves({});
    expect(await archive.extend('incidents/inc-1/', '2032-03-04')).toBe(2);
    const puts = mock.commandCalls(PutObjectRetentionCommand).map((call) => call.args[0].input);
    expect(puts).toMatchObject([
      { Key: 'a', VersionId: '1', Retention: { RetainUntilDate: new Date('2032-03-04T00:00:00.000Z') } },
    ]);
  });

  test.each([['AWSLogs/x'], ['incidents/../x y'], ['']])('never leaves its place: %s', async (key) => {
    await expect(archive.put({ ...evidence, key })).rejects.toThrow("'key'");
  });
});

describe('keys of KMS', () => {
  const mock = mockClient(KMSClient);
  const client = new KMSClient({ region: 'us-east-1' });

  test('sign heads that anybody can check with the public half', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    mock.on(SignCommand).callsFake(({ Message, MessageType, SigningAlgorithm }) => {
      expect([MessageType, SigningAlgorithm]).toEqual(['RAW', 'ECDSA_SHA_256']);
      return { Signature: sign('sha256', Message, privateKey) };
    });
    const head = { chain: 'inc-1', seq: 3, hash: 'a'.repeat(64) };
    const signed = await new KmsHeadSigner(client, 'arn:aws:kms:x').sign(head, '2026-03-04T15:00:00.000Z');
    expect(isSignedBy(signed, publicKey)).toBe(true);
    expect(isSignedBy({ ...signed, seq: 4 }, publicKey)).toBe(false);
  });

  test('give the key of the names for one purpose', async () => {
    mock.on(GenerateMacCommand).resolves({ Mac: Buffer.alloc(32, 1) });
    expect(await kmsNameKey(client, 'arn:aws:kms:x')).toHaveLength(32);
    mock.on(GenerateMacCommand).resolves({});
    await expect(kmsNameKey(client, 'arn:aws:kms:x')).rejects.toThrow('MAC');
  });
});

describe('what the path says of itself', () => {
  test('goes on the bus, and fails where the bus did not take it', async () => {
    const mock = mockClient(EventBridgeClient);
    const client = new EventBridgeClient({ region: 'us-east-1' });
    const message = { kind: 'heartbeat', id: 'a'.repeat(32), sentAt: '2026-03-04T15:00:00.000Z' } as const;
    mock.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
    await putPathEvent(client, 'default', message);
    expect(mock.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries).toMatchObject([
      { Source: 'hipaa.baseline', DetailType: 'Heartbeat' },
    ]);
    mock.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'x' }] });
    await expect(putPathEvent(client, 'default', message)).rejects.toThrow('event bus');
  });

  test('is a measurement that CloudWatch takes out of the log', () => {
    expect(JSON.parse(metricLine('HeartbeatArrived', 1, 'sandbox', new Date(5)))).toEqual({
      _aws: {
        Timestamp: 5,
        CloudWatchMetrics: [
          {
            Namespace: 'HipaaBaseline/Breach',
            Dimensions: [['Environment']],
            Metrics: [{ Name: 'HeartbeatArrived', Unit: 'Count' }],
          },
        ],
      },
      Environment: 'sandbox',
      HeartbeatArrived: 1,
    });
  });
});
