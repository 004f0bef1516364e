import { spawn } from 'node:child_process';
import path from 'node:path';
import { expectedSignature, readSignature } from '../preflight/signature';
import { type Arrived, type Reply, standIn } from '../preflight/stand-in-endpoint';

const ROOT = path.join(__dirname, '..', '..');
const ACCOUNT = '444455556666';
const SECRET = 'a-secret-that-shows-nowhere';
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: SECRET };

/** Runs the command as a person does, in a process that knows of AWS what it is given. */
async function preflight(environment: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const { PATH = '', TMPDIR } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'bin', 'hipaa.ts'), 'preflight', ...args],
    {
      cwd: ROOT,
      env: {
        PATH,
        ...(TMPDIR === undefined ? {} : { TMPDIR }),
        HOME: path.join(ROOT, 'no-such-home'),
        AWS_EC2_METADATA_DISABLED: 'true',
        NODE_NO_WARNINGS: '1',
        ...environment,
      },
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const exitCode = await new Promise((done) => child.on('close', done));
  return { exitCode, stdout, stderr };
}

const xml = (body: string, status = 200) => ({ status, type: 'text/xml', body });

function isIdentity({ body }: Arrived): boolean {
  return body.includes('Action=GetCallerIdentity');
}

const identity = xml(
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${ACCOUNT}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
);

const agreements = (body: object) => ({ status: 200, type: 'application/json', body: JSON.stringify(body) });

/** Says whose the account is and which agreements it has, in two pages; refuses everything else. */
const ALMOST_NOTHING: Reply = (request) => {
  if (isIdentity(request)) return identity;
  if (!request.url.startsWith('/v1/customer-agreement/list')) return null;
  return request.url.includes('nextToken')
    ? agreements({ customerAgreements: [{ name: 'AWS Business Associate Addendum', state: 'ACTIVE' }] })
    : agreements({ customerAgreements: [], nextToken: 'page 2/+=' });
};

async function against(reply: Reply, args: readonly string[] = []) {
  const endpoint = await standIn(reply);
  try {
    const run = await preflight({ ...CREDENTIALS, AWS_ENDPOINT_URL: endpoint.url }, args);
    return { ...run, arrived: endpoint.arrived };
  } finally {
    await endpoint.close();
  }
}

/** Milliseconds: each run loads the SDK in a process of its own. */
const TIMEOUT = 60_000;

describe('hipaa preflight in a process of its own', () => {
  it(
    'finds the credentials, goes on where everything but two calls is refused, and signs what no client signs',
    async () => {
      const { exitCode, stdout, stderr, arrived } = await against(ALMOST_NOTHING, ['--format', 'json']);
      expect([exitCode, stderr]).toEqual([0, '']);
      const { account, probes } = JSON.parse(stdout);
      const found = new Map(probes.map(({ id, status }: { id: string; status: string }) => [id, status]));
      expect(account).toBe(ACCOUNT);
      expect(found.get('baa')).toBe('ok');
      expect([...found.values()].filter((status) => status === 'unknown').length).toBe(found.size - 1);
      for (const { id, missingAction, status, actions } of probes) {
        // An address cannot stand in for S3 Control, which wants the account in the name of the host.
        if (id === 'public-access-block') expect(missingAction).toBeNull();
        else if (status === 'unknown') expect(actions).toContain(missingAction);
      }

      const signed = arrived.filter(({ url }) => url.startsWith('/v1/customer-agreement/list'));
      expect(signed.map(({ url }) => url)).toEqual([
        '/v1/customer-agreement/list',
        '/v1/customer-agreement/list?nextToken=page%202%2F%2B%3D',
      ]);
      for (const request of signed) {
        const { scope, signedHeaders, signature } = readSignature(request);
        expect(scope).toMatch(/^\d{8}\/us-east-1\/artifact\/aws4_request$/);
        expect(signedHeaders).toContain('host');
        expect(signature).toBe(expectedSignature(request, SECRET));
      }
      expect(JSON.stringify(arrived) + stdout).not.toContain(SECRET);
    },
    TIMEOUT,
  );

  it(
    'tries again where AWS throttles, and not where it does not',
    async () => {
      let asked = 0;
      const { exitCode, arrived } = await against((request) => {
        if (!isIdentity(request)) return ALMOST_NOTHING(request);
        asked += 1;
        return asked < 3 ? xml('<E><Error><Code>Throttling</Code></Error></E>', 400) : identity;
      });
      expect(exitCode).toBe(0);
      expect(asked).toBe(3);
      expect(arrived.filter(({ body }) => body.includes('Action=DescribeVpcs')).length).toBeLessThan(2);
    },
    TIMEOUT,
  );

  it(
    'ends with 2 and one sentence on a token that has expired',
    async () => {
      const { exitCode, stdout, stderr } = await against(() =>
        xml('<E><Error><Code>ExpiredToken</Code><Message>The token is old</Message></Error></E>', 403),
      );
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        'AWS did not accept the credentials (ExpiredToken): sign in again, or use another profile.\n',
      );
    },
    TIMEOUT,
  );

  it(
    'ends with 2 and one sentence without credentials',
    async () => {
      expect(await preflight({ AWS_ENDPOINT_URL: 'http://127.0.0.1:9' })).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: 'No AWS credentials were found: sign in, or set AWS_PROFILE.\n',
      });
    },
    TIMEOUT,
  );

  it(
    'ends with 3 and one sentence where nobody answers',
    async () => {
      expect(await preflight({ ...CREDENTIALS, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' })).toEqual({
        exitCode: 3,
        stdout: '',
        stderr:
          'AWS could not be reached: look at the network, a proxy or the endpoint that is set, and run it again.\n',
      });
    },
    TIMEOUT,
  );
});
