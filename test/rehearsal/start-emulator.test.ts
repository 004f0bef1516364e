import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '../../lib/rehearsal/emulator/start-emulator';
import { NotRunError } from '../../lib/rehearsal/not-run-error';
import { OwnProcesses } from '../../lib/rehearsal/own-processes';

describe('the local endpoint', () => {
  let directory: string;
  let processes: OwnProcesses;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'drill-endpoint-'));
    processes = new OwnProcesses();
  });
  afterEach(async () => {
    await processes.stopAll();
    rmSync(directory, { recursive: true });
  });

  /** A program in the place of the emulator's Python. */
  function start(script: string, port?: number) {
    const python = path.join(directory, 'python');
    writeFileSync(python, `#!${process.execPath}\n${script}`);
    chmodSync(python, 0o755);
    return startEmulator({
      python,
      directory,
      log: path.join(directory, 'log'),
      account: '111122223333',
      region: 'us-east-1',
      processes,
      ...(port !== undefined && { port }),
    });
  }

  const SERVER = `
require('node:fs').writeFileSync('environment', JSON.stringify(process.env));
require('node:http').createServer((_, answer) => answer.end()).listen(Number(process.env.GATEWAY_PORT), process.env.BIND_HOST);
`;

  it('listens on loopback alone and sees nothing of the environment of its caller', async () => {
    process.env.AWS_SECRET_ACCESS_KEY = 'canary';
    const { url } = await start(SERVER);
    delete process.env.AWS_SECRET_ACCESS_KEY;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const seen: Record<string, string> = JSON.parse(
      readFileSync(path.join(directory, 'environment'), 'utf8'),
    );
    expect(seen).toMatchObject({ BIND_HOST: '127.0.0.1', HOME: directory });
    expect(JSON.stringify(seen)).not.toContain('canary');
    expect(Object.keys(seen).filter((name) => name.startsWith('AWS_'))).toEqual([]);
  });

  it('is not run on a port that is taken', async () => {
    const taken = createServer((_, answer) => answer.end());
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const error: unknown = await start(SERVER, port).catch((caught: unknown) => caught);
    await new Promise((resolve) => taken.close(resolve));
    expect(error).toBeInstanceOf(NotRunError);
    expect(String(error)).toContain(`Port ${port} is taken`);
    expect(existsSync(path.join(directory, 'environment'))).toBe(false);
  });

  it('says where its log is when it does not start', async () => {
    const error: unknown = await start('process.exit(1)').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(NotRunError);
    expect(String(error)).toContain(path.join(directory, 'log'));
  });
});
