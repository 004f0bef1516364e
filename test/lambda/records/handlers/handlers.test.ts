import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ALBEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as relay } from '../../../../lambda/records/handlers/jwks-relay';
import { handler as migrate } from '../../../../lambda/records/handlers/migrate';
import { handler as serve } from '../../../../lambda/records/handlers/service';
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
