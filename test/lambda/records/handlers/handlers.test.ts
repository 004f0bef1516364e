import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { GenerateMacCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ALBEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as relay } from '../../../../lambda/records/handlers/jwks-relay';
import { handler as migrate } from '../../../../lambda/records/handlers/migrate';
import { handler as serve } from '../../../../lambda/records/handlers/service';
import { isSignedBy, readSignedHead } from '../../../../lambda/shared/audit-chain/signed-head';
import { bundleFunction, sourceOf } from '../../../../lib/constructs/function-code';
import type { TestPostgres } from '../../../support/postgres';
import { MASTER, SLOW_MS, startRecordsServer } from '../database/records-database';
import { COMPLETE } from './environment';

const before = { ...process.env };
let folder: string;
let written: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handlers-'));
  written = [];
  const write = process.stdout.write.bind(process.stdout);
  Object.assign(process.stdout, {
    write: (text: string, ...rest: []) => {
      written.push(text);
      return text.startsWith('{') || write(text, ...rest);
    },
  });
  restore = () => Object.assign(process.stdout, { write });
});
let restore: () => void;
afterEach(() => {
  restore();
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

describe('the handlers', () => {
  it.each(['service', 'migrate', 'jwks-relay'])(
    'bundle into one file: %s',
    (name) => {
      const outfile = join(folder, `${name}.js`);
      bundleFunction(sourceOf(`records/handlers/${name}`), outfile);
      expect(statSync(outfile).size).toBeLessThan(6_000_000);
    },
    SLOW_MS,
  );
});

describe('the service', () => {
  const event: ALBEvent = {
    requestContext: { elb: { targetGroupArn: 'arn' } },
    httpMethod: 'GET',
    path: '/patients/Zebulon',
    multiValueHeaders: {},
    body: null,
    isBase64Encoded: false,
  };

  it('answers 503 and says nothing more when it cannot start', async () => {
    const answer = await serve(event);
    expect(answer).toMatchObject({ statusCode: 503, body: '{"error":"unavailable"}' });
    expect(answer.multiValueHeaders).toMatchObject({ 'Cache-Control': ['no-store'] });
    expect(written.join('')).toBe('{"level":"ERROR","event":"not-started","errorType":"Error"}\n');
  });
});

describe('the service with its settings', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const kms = mockClient(KMSClient);
  const firehose = mockClient(FirehoseClient);
  const ask = (path: string) =>
    serve({
      requestContext: { elb: { targetGroupArn: 'arn' } },
      httpMethod: 'GET',
      path,
      multiValueHeaders: { host: ['records.example'], 'x-forwarded-for': ['203.0.113.9, 192.0.2.7'] },
      body: null,
      isBase64Encoded: false,
    });
  const RECORD = '/patients/b1000000-0000-4000-8000-000000000001/record';

  beforeEach(() => {
    Object.assign(process.env, COMPLETE);
    kms.on(GenerateMacCommand).resolves({ Mac: new Uint8Array(32) });
    kms.on(SignCommand).callsFake(({ Message }: { Message: Uint8Array }) => ({
      Signature: sign('sha256', Message, privateKey),
    }));
    firehose.on(PutRecordBatchCommand).callsFake(({ Records }: { Records: readonly unknown[] }) => ({
      FailedPutCount: 0,
      RequestResponses: Records.map((_, index) => ({ RecordId: `${index}` })),
    }));
  });

  it('starts once, shows the page and refuses everything else without a session, after it is recorded', async () => {
    expect(await ask('/')).toMatchObject({ statusCode: 200 });
    const refused = await ask(RECORD);
    expect([refused.statusCode, refused.body]).toEqual([401, expect.stringContaining('"sessionRequired"')]);
    expect(kms.commandCalls(GenerateMacCommand)).toHaveLength(1);
    const [record, head] = firehose
      .commandCalls(PutRecordBatchCommand)
      .map(({ args: [{ input }] }) => [input.DeliveryStreamName, linesOf(input.Records)] as const);
    const [line = ''] = record?.[1] ?? [];
    expect(record?.[0]).toBe(COMPLETE.AUDIT_STREAM);
    expect(JSON.parse(line)).toMatchObject({
      seq: 0,
      body: {
        outcome: 'refused',
        reason: 'noSession',
        from: '192.0.2.7',
        patientTokens: [expect.stringMatching(/^tok-/)],
      },
    });
    expect(head?.[0]).toBe(COMPLETE.HEAD_STREAM);
    const signed = readSignedHead(JSON.parse(head?.[1][0] ?? ''));
    expect(signed).toMatchObject({ seq: 0, hash: JSON.parse(line).hash, keyId: COMPLETE.HEAD_KEY_ARN });
    expect(signed !== undefined && isSignedBy(signed, publicKey)).toBe(true);
    expect(written.join('')).not.toContain('b1000000');
  });

  it(
    'answers 503 when nobody signs for the record',
    async () => {
      kms.on(SignCommand).rejects(new Error('away'));
      expect(await ask(RECORD)).toMatchObject({
        statusCode: 503,
        body: expect.stringContaining('"unavailable"'),
      });
    },
    SLOW_MS,
  );

  it(
    'answers 503 when the stream does not take the record',
    async () => {
      firehose.on(PutRecordBatchCommand).rejects(new Error('away'));
      expect(await ask(RECORD)).toMatchObject({
        statusCode: 503,
        body: expect.stringContaining('"unavailable"'),
      });
    },
    SLOW_MS,
  );
});

function linesOf(records: readonly { readonly Data?: Uint8Array }[] | undefined): readonly string[] {
  return (records ?? []).map(({ Data = new Uint8Array() }) => Buffer.from(Data).toString());
}

describe('the relay', () => {
  it('fails without its settings', async () => {
    await expect(relay()).rejects.toThrow('valid values for: SIGNING_KEYS_PARAMETER, USER_POOL_ID');
  });
});

describe('the migration', () => {
  const secrets = mockClient(SecretsManagerClient);
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startRecordsServer();
  }, SLOW_MS);
  afterAll(() => postgres.stop());
  beforeEach(() => {
    secrets.reset();
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, postgres.authority);
    Object.assign(process.env, COMPLETE, {
      DATABASE_HOST: postgres.host,
      DATABASE_PORT: String(postgres.port),
      DATABASE_CA_FILE: authority,
    });
  });
  const login = (username: string, password: string) =>
    secrets.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify({ username, password }) });

  it(
    'logs in with the secret of RDS over TLS, and refuses a server that cannot audit',
    async () => {
      login(MASTER, postgres.password);
      await expect(migrate()).rejects.toThrow("'audit' must be possible");
      expect(secrets.commandCalls(GetSecretValueCommand)[0]?.args[0].input).toEqual({
        SecretId: COMPLETE.DATABASE_SECRET_ARN,
      });
      expect(written.join('')).toBe(
        '{"level":"ERROR","event":"not-migrated","errorType":"MigrationRefused","reason":"code-auditImpossible"}\n',
      );
    },
    SLOW_MS,
  );

  it(
    'tells the code of what the database says and neither its text nor the password',
    async () => {
      login(MASTER, 'Quillfeather');
      await expect(migrate()).rejects.toThrow('the database answered 28P01');
      expect(written.join('')).toBe(
        '{"level":"ERROR","event":"not-migrated","errorType":"DatabaseFailure","reason":"code-28P01"}\n',
      );
    },
    SLOW_MS,
  );

  it(
    'does not talk to a server that the authority does not vouch for',
    async () => {
      login(MASTER, postgres.password);
      delete process.env.DATABASE_CA_FILE;
      await expect(migrate()).rejects.toThrow('the database answered nothing');
    },
    SLOW_MS,
  );

  it('says nothing of a secret that is none', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'Quillfeather' });
    await expect(migrate()).rejects.toThrow('the secret must hold a user name and a password');
  });
});
