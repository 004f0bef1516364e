import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const SECRET = 'a-secret-that-shows-nowhere';

/** Runs the command as a person does, in a process that knows of AWS what it is given. */
async function incident(environment: Readonly<Record<string, string>>, args: readonly string[]) {
  const { PATH = '', TMPDIR } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'bin', 'hipaa.ts'), 'incident', ...args, '-e', 'sandbox'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
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
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    written.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    written.stderr += chunk;
  });
  const exitCode = await new Promise((done) => child.on('close', done));
  return { exitCode, ...written };
}

/** A port of this machine that nothing listens on any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

describe('hipaa incident, as a process', () => {
  it('ends with 2 and one sentence where there are no credentials', async () => {
    const { exitCode, stdout, stderr } = await incident({}, ['list']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toBe('No AWS credentials were found: sign in, or set AWS_PROFILE.\n');
  }, 60_000);

  it('ends with 3 where nothing answers, and keeps secrets to itself', async () => {
    const credentials = { AWS_ACCESS_KEY_ID: '111122223333', AWS_SECRET_ACCESS_KEY: SECRET };
    const endpoint = `http://127.0.0.1:${await closedPort()}`;
    const { exitCode, stdout, stderr } = await incident(credentials, ['list', '--endpoint', endpoint]);
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toBe('Nothing answers: look at the network, a proxy or --endpoint, and run it again.\n');
  }, 60_000);
});
