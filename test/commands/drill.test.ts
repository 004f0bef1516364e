import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SCENARIOS } from '../../lib/rehearsal/scenarios/scenarios';
import { hipaa } from '../support/run-command';

const ROOT = path.join(__dirname, '..', '..');

describe('hipaa drill', () => {
  it.each([
    ['an unknown scenario', ['--scenario', 'none'], "'--scenario' must be one of"],
    ['an unknown format', ['--format', 'xml'], "'--format' must be one of"],
    ['a name', ['sandbox'], "'drill' must stand without a name"],
    ['an endpoint elsewhere', ['--endpoint', 'https://example.com'], 'must be a URL on this machine'],
    ['an endpoint that is no URL', ['--endpoint', 'x'], 'must be a URL on this machine'],
    [
      'an endpoint with a password',
      ['--endpoint', 'http://a:b@127.0.0.1:1'],
      'must be a URL on this machine',
    ],
  ])('refuses %s with 2 and prints no result', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await hipaa(['drill', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('refuses an environment that does not exist, once it has what it runs on', async () => {
    const { exitCode, stderr } = await hipaa([
      'drill',
      '--environment',
      'none',
      '--endpoint',
      'http://127.0.0.1:1',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("'environment' must be one of");
  });

  it('lists its scenarios', async () => {
    const { exitCode, stdout } = await hipaa(['drill', '--list', '--format', 'json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      scenarios: SCENARIOS.map(({ id, title }) => ({ id, title })),
    });
  });

  it('was not run where nobody answers at the endpoint', async () => {
    const { exitCode, stdout, stderr } = await hipaa(['drill', '--endpoint', 'http://127.0.0.1:1']);
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toContain('The drill was not run. Nobody answers at http://127.0.0.1:1');
  });

  it('was not run where there is no Python', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'drill-path-'));
    symlinkSync(process.execPath, path.join(directory, 'node'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'bin/hipaa.ts', 'drill', '--format', 'json'],
      { cwd: ROOT, encoding: 'utf8', env: { PATH: directory, HOME: directory }, timeout: 60_000 },
    );
    rmSync(directory, { recursive: true });
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('There is no Python here: install Python 3.10 or later');
  }, 60_000);
});
