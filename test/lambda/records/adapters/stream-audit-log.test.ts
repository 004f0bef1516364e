import { generateKeyPairSync, sign } from 'node:crypto';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { firehoseLines } from '../../../../lambda/records/adapters/firehose-lines';
import { kmsHeadSeal } from '../../../../lambda/records/adapters/kms-head-seal';
import { type DeliverLines, StreamAuditLog } from '../../../../lambda/records/adapters/stream-audit-log';
import type { AuditEvent } from '../../../../lambda/records/domain/audit/audit-event';
import { ChainVerifier } from '../../../../lambda/shared/audit-chain/chain-verifier';
import { isSignedBy, readSignedHead } from '../../../../lambda/shared/audit-chain/signed-head';

const AT = new Date('2026-01-15T12:00:00.000Z');
const clock = { now: () => AT };

const event = (reason: string): AuditEvent => ({
  logVersion: 1,
  at: AT.toISOString(),
  correlationId: 'c',
  who: null,
  role: null,
  sessionId: null,
  from: '192.0.2.7',
  action: 'read',
  resourceType: 'patient',
  resourceId: null,
  patientTokens: ['tok-abcdefghijklmnopabcd'],
  categories: ['notes'],
  purpose: 'treatment',
  outcome: 'allowed',
  reason,
  breakGlassId: null,
});

/** A log on a stream that does what the test says, call by call, and takes everything after that. */
function logOn(...calls: readonly ((lines: readonly string[]) => readonly boolean[] | Error)[]) {
  const left = [...calls];
  const taken: string[] = [];
  const sizes: number[] = [];
  const pauses: number[] = [];
  const deliver: DeliverLines = async (lines) => {
    sizes.push(lines.length);
    const answer = left.shift()?.(lines) ?? lines.map(() => true);
    if (answer instanceof Error) throw answer;
    taken.push(...lines.filter((_, index) => answer[index]));
    return answer;
  };
  const pause = (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  return { log: new StreamAuditLog({ chain: 'records-1', deliver, clock, pause }), taken, sizes, pauses };
}

const all = () => new Error('away');
const none = (lines: readonly string[]) => lines.map(() => false);

const reasons = (lines: readonly string[]) =>
  lines.map((line) => (JSON.parse(line) as { body: AuditEvent }).body.reason);

function breaksOf(lines: readonly string[]) {
  const verifier = new ChainVerifier();
  const seq = (line: string) => (JSON.parse(line) as { seq: number }).seq;
  for (const line of lines.toSorted((a, b) => seq(a) - seq(b))) verifier.add(line.trimEnd());
  return verifier.finish().breaks;
}

describe('StreamAuditLog', () => {
  it('chains events in the order of the calls, a line each', async () => {
    const { log, taken } = logOn();
    await Promise.all(['a', 'b', 'c'].map((reason) => log.append(event(reason))));
    expect(reasons(taken)).toEqual(['a', 'b', 'c']);
    expect(taken.every((line) => /^[^\n]+\n$/.test(line))).toBe(true);
    expect(breaksOf(taken)).toEqual([]);
    expect(JSON.parse(taken[0] ?? '')).toMatchObject({ chain: 'records-1', seq: 0, body: event('a') });
  });

  it('shares one call among those who wait at the same time, and 500 at most', async () => {
    const { log, sizes, taken } = logOn();
    await Promise.all(Array.from({ length: 1_200 }, (_, index) => log.append(event(`r${index}`))));
    expect(sizes).toEqual([500, 500, 200]);
    expect(reasons(taken)).toEqual(Array.from({ length: 1_200 }, (_, index) => `r${index}`));
  });

  it('resolves only when the stream has the event', async () => {
    let release: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const log = new StreamAuditLog({
      chain: 'records-1',
      clock,
      deliver: async (lines) => {
        await gate;
        return lines.map(() => true);
      },
    });
    let resolved = false;
    const appended = log.append(event('a')).then(() => {
      resolved = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(resolved).toBe(false);
    release?.();
    await appended;
    expect(resolved).toBe(true);
  });

  it('keeps what is appended while a call is on its way', async () => {
    const appended: Promise<void>[] = [];
    const taken: string[] = [];
    const log: StreamAuditLog = new StreamAuditLog({
      chain: 'records-1',
      clock,
      deliver: async (lines) => {
        if (taken.length < 20) appended.push(log.append(event('later')), log.append(event('later')));
        await new Promise((resolve) => setImmediate(resolve));
        taken.push(...lines);
        return lines.map(() => true);
      },
    });
    await log.append(event('first'));
    while (appended.length > 0) await appended.shift();
    expect(taken.length).toBeGreaterThanOrEqual(20);
    expect(breaksOf(taken)).toEqual([]);
  });

  it('sends again only what the stream did not take', async () => {
    const { log, sizes, taken, pauses } = logOn((lines) => lines.map((_, index) => index !== 1));
    await Promise.all(['a', 'b', 'c'].map((reason) => log.append(event(reason))));
    expect(sizes).toEqual([3, 1]);
    expect(reasons(taken)).toEqual(['a', 'c', 'b']);
    expect(breaksOf(taken)).toEqual([]);
    expect(pauses).toEqual([50]);
  });

  it('rejects what the stream does not take, and sends it before anything else', async () => {
    const { log, taken, pauses } = logOn(all, none, all, none);
    const results = await Promise.allSettled(['a', 'b'].map((reason) => log.append(event(reason))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(pauses).toEqual([50, 150, 400]);
    expect(taken).toEqual([]);
    await log.append(event('c'));
    expect(reasons(taken)).toEqual(['a', 'b', 'c']);
    expect(breaksOf(taken)).toEqual([]);
  });

  it('tells each event of a batch its own fate', async () => {
    const half = (lines: readonly string[]) => lines.map((line) => reasons([line])[0] !== 'b');
    const { log, taken } = logOn(half, half, half, half);
    const results = await Promise.allSettled(['a', 'b', 'c'].map((reason) => log.append(event(reason))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await log.append(event('d'));
    expect(breaksOf(taken)).toEqual([]);
    expect(taken).toHaveLength(4);
  });

  it('says nothing of what it was given when it fails', async () => {
    const { log } = logOn(all, all, all, all);
    const error = await log.append(event('Quillfeather')).catch((thrown: unknown) => thrown);
    expect(error).toEqual(new Error('the stream must take the record'));
    expect((error as Error).cause).toBeUndefined();
  });

  it('refuses more than it can remember while the stream is away, and neither forks nor breaks the chain', async () => {
    const log = new StreamAuditLog({
      chain: 'records-1',
      clock,
      pausesMs: [],
      deliver: () => Promise.resolve([]),
    });
    const results = await Promise.allSettled(Array.from({ length: 5_003 }, () => log.append(event('a'))));
    const messages = results.map((result) =>
      result.status === 'rejected' ? (result.reason as Error).message : '',
    );
    expect(messages.filter((text) => text === 'the stream must take the record')).toHaveLength(5_000);
    expect(
      messages.filter((text) => text === 'the stream must take records before there are more'),
    ).toHaveLength(3);
  });
});

describe('the signed heads of the log', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const kms = mockClient(KMSClient);
  let now = AT;
  let away = false;
  const moving = { now: () => now };
  beforeEach(() => {
    now = AT;
    kms.reset();
    away = false;
    kms.on(SignCommand).callsFake(({ Message }: { Message: Uint8Array }) => {
      if (away) throw new Error('away');
      return { Signature: sign('sha256', Message, privateKey) };
    });
  });

  function sealedLog() {
    const records: string[] = [];
    const heads: string[] = [];
    const collect =
      (into: string[]): DeliverLines =>
      async (lines) => {
        into.push(...lines);
        return lines.map(() => true);
      };
    const client = new KMSClient({ region: 'us-east-1' });
    const seal = kmsHeadSeal({ client, keyArn: KEY, deliver: collect(heads), clock: moving });
    const log = new StreamAuditLog({ chain: 'records-1', deliver: collect(records), clock: moving, seal });
    return { log, records, heads };
  }

  it('vouch for the newest record, at the first one and then every five minutes', async () => {
    const { log, records, heads } = sealedLog();
    await Promise.all(['a', 'b', 'c'].map((reason) => log.append(event(reason))));
    await log.append(event('d'));
    now = new Date(AT.getTime() + 5 * 60_000);
    await log.append(event('e'));
    const signed = heads.map((line) => readSignedHead(JSON.parse(line)));
    expect(signed.map((head) => head?.seq)).toEqual([2, 4]);
    expect(signed.every((head) => head !== undefined && isSignedBy(head, publicKey))).toBe(true);
    const verifier = (lines: readonly string[]) => {
      const one = new ChainVerifier({ heads: signed.filter((head) => head !== undefined) });
      for (const line of lines) one.add(line.trimEnd());
      return one.finish().breakCount;
    };
    expect(verifier(records)).toBe(0);
    expect(verifier(records.slice(0, -1))).toBe(1);
  });

  it('are asked of a key that only signs, for exactly what is verified', async () => {
    await sealedLog().log.append(event('a'));
    expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toMatchObject({
      KeyId: KEY,
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
  });

  it('are tried again, and refuse nobody, when KMS does not answer', async () => {
    away = true;
    const { log, heads } = sealedLog();
    await log.append(event('a'));
    await log.append(event('b'));
    expect(heads).toEqual([]);
    away = false;
    now = new Date(AT.getTime() + 30_000);
    await log.append(event('c'));
    expect(heads.map((line) => readSignedHead(JSON.parse(line))?.seq)).toEqual([2]);
  });
});

describe('firehoseLines', () => {
  const firehose = mockClient(FirehoseClient);
  const deliver = firehoseLines(new FirehoseClient({ region: 'us-east-1' }), 'audit');
  beforeEach(() => firehose.reset());

  it('sends a record for each line', async () => {
    firehose
      .on(PutRecordBatchCommand)
      .resolves({ FailedPutCount: 0, RequestResponses: [{ RecordId: '1' }, { RecordId: '2' }] });
    expect(await deliver(['a\n', 'b\n'])).toEqual([true, true]);
    expect(firehose.commandCalls(PutRecordBatchCommand)[0]?.args[0].input).toEqual({
      DeliveryStreamName: 'audit',
      Records: [{ Data: Buffer.from('a\n') }, { Data: Buffer.from('b\n') }],
    });
  });

  it('tells which records failed', async () => {
    firehose.on(PutRecordBatchCommand).resolves({
      FailedPutCount: 1,
      RequestResponses: [
        { RecordId: '1' },
        { ErrorCode: 'ServiceUnavailableException', ErrorMessage: 'Slow down.' },
      ],
    });
    expect(await deliver(['a', 'b'])).toEqual([true, false]);
  });

  it('believes no answer that contradicts itself', async () => {
    firehose
      .on(PutRecordBatchCommand)
      .resolves({ FailedPutCount: 1, RequestResponses: [{ RecordId: '1' }, { RecordId: '2' }] });
    expect(await deliver(['a', 'b'])).toEqual([false, false]);
    firehose.on(PutRecordBatchCommand).resolves({ FailedPutCount: 0, RequestResponses: [{ RecordId: '1' }] });
    await expect(deliver(['a', 'b'])).rejects.toThrow("'RequestResponses' must be 2, got: 1");
  });
});
