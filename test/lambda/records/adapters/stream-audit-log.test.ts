import { sign } from 'node:crypto';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { firehoseLines } from '../../../../lambda/records/adapters/firehose-lines';
import { type DeliverLines, StreamAuditLog } from '../../../../lambda/records/adapters/stream-audit-log';
import type { AuditEvent } from '../../../../lambda/records/domain/audit/audit-event';
import { ChainVerifier } from '../../../../lambda/shared/audit-chain/chain-verifier';
import { isSignedBy, readSignedHead } from '../../../../lambda/shared/audit-chain/signed-head';
import { KmsHeadSigner } from '../../../../lambda/shared/head-signing/kms-head-signer';
import { headSigner } from '../support/head-signer';

const AT = new Date('2026-01-15T12:00:00.000Z');
const clock = { now: () => AT };
const { signer, privateKey, publicKey } = headSigner();
/** A stream that takes everything. */
const takesAll: DeliverLines = async (lines) => lines.map(() => true);

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
  const log = new StreamAuditLog({
    chain: 'records-1',
    deliver,
    signer,
    deliverHeads: takesAll,
    clock,
    pause,
  });
  return { log, taken, sizes, pauses };
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
      signer,
      deliverHeads: takesAll,
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
      signer,
      deliverHeads: takesAll,
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

  it('refuses every event of a batch of which the stream lacks one: behind a hole nothing is proved', async () => {
    const half = (lines: readonly string[]) => lines.map((line) => reasons([line])[0] !== 'b');
    const { log, taken } = logOn(half, half, half, half);
    const results = await Promise.allSettled(['a', 'b', 'c'].map((reason) => log.append(event(reason))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
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
      signer,
      deliverHeads: takesAll,
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
  const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const kms = mockClient(KMSClient);
  let away = false;
  beforeEach(() => {
    kms.reset();
    away = false;
    kms.on(SignCommand).callsFake(({ Message }: { Message: Uint8Array }) => {
      if (away) throw new Error('away');
      return { Signature: sign('sha256', Message, privateKey) };
    });
  });

  /** A log on two streams; `headsTake` says what the one of the heads does. */
  function signedLog(headsTake = takesAll) {
    const records: string[] = [];
    const heads: string[] = [];
    const log = new StreamAuditLog({
      chain: 'records-1',
      clock,
      pausesMs: [],
      signer: new KmsHeadSigner(new KMSClient({ region: 'us-east-1', maxAttempts: 1 }), KEY),
      deliver: async (lines) => {
        records.push(...lines);
        return lines.map(() => true);
      },
      deliverHeads: async (lines) => {
        const taken = await headsTake(lines);
        heads.push(...lines.filter((_, index) => taken[index]));
        return taken;
      },
    });
    return { log, records, heads };
  }

  const signedOf = (heads: readonly string[]) =>
    heads.flatMap((line) => readSignedHead(JSON.parse(line)) ?? []);

  function problemsOf(records: readonly string[], heads: readonly string[]) {
    const verifier = new ChainVerifier({ heads: signedOf(heads) });
    for (const line of records) verifier.add(line.trimEnd());
    return verifier.finish().breaks.map(({ problem }) => problem);
  }

  it('vouch for the newest record of each batch, once its records are in the stream', async () => {
    const { log, records, heads } = signedLog();
    await Promise.all(['a', 'b', 'c'].map((reason) => log.append(event(reason))));
    await log.append(event('d'));
    const signed = signedOf(heads);
    expect(signed.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(signed.every((head) => isSignedBy(head, publicKey))).toBe(true);
    expect(problemsOf(records, heads)).toEqual([]);
  });

  it('show that a record was cut off, whichever it is', async () => {
    const { log, records, heads } = signedLog();
    for (const reason of ['a', 'b', 'c', 'd']) await log.append(event(reason));
    for (const kept of [1, 2, 3]) {
      expect(problemsOf(records.slice(0, kept), heads)).toEqual(['end-missing']);
    }
    expect(problemsOf([], heads)).toEqual(['chain-missing']);
  });

  it('are asked of a key that only signs, for exactly what is verified', async () => {
    await signedLog().log.append(event('a'));
    expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toMatchObject({
      KeyId: KEY,
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
  });

  it('are waited for: an event that nobody signed for is refused, and the next head vouches for it too', async () => {
    const { log, records, heads } = signedLog();
    away = true;
    await expect(log.append(event('a'))).rejects.toThrow('the stream must take the record');
    expect(heads).toEqual([]);
    away = false;
    await log.append(event('b'));
    expect(reasons(records)).toEqual(['a', 'b']);
    expect(signedOf(heads).map(({ seq }) => seq)).toEqual([1]);
    expect(problemsOf(records, heads)).toEqual([]);
  });

  it('are waited for: an event whose head the stream does not take is refused', async () => {
    for (const broken of [() => Promise.reject(new Error('away')), async () => [false], async () => []]) {
      const { log } = signedLog(broken);
      await expect(log.append(event('a'))).rejects.toThrow('the stream must take the record');
    }
  });

  it('are never delivered before the records that they vouch for', async () => {
    const heads: string[] = [];
    const log = new StreamAuditLog({
      chain: 'records-1',
      clock,
      pausesMs: [],
      signer,
      deliver: () => Promise.reject(new Error('away')),
      deliverHeads: async (lines) => {
        heads.push(...lines);
        return lines.map(() => true);
      },
    });
    await expect(log.append(event('a'))).rejects.toThrow('the stream must take the record');
    expect(heads).toEqual([]);
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
