import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DrillReport } from '../../lib/rehearsal/drill/drill-report';
import { SCENARIOS } from '../../lib/rehearsal/scenarios/scenarios';

const ROOT = path.join(__dirname, '..', '..');

describe('the drill', () => {
  it('holds from an event on the bus to a closed case, with the template that is deployed', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'bin/hipaa.ts', 'drill', '--format', 'json'],
      { cwd: ROOT, encoding: 'utf8', timeout: 290_000, maxBuffer: 16 * 1024 * 1024 },
    );
    expect([status, stderr.includes('was not run')]).toEqual([0, false]);
    const report: DrillReport = JSON.parse(stdout);
    expect(
      report.scenarios.flatMap(({ id, problems }) => problems.map((problem) => `${id}: ${problem}`)),
    ).toEqual([]);
    expect(report).toMatchObject({ schemaVersion: 1, verdict: 'held' });
    expect(report.scenarios.map(({ id }) => id)).toEqual(SCENARIOS.map(({ id }) => id));
    for (const { incident, chain, timeline } of report.scenarios) {
      if (incident === null) continue;
      expect([incident.id, chain]).toEqual([incident.id, 'intact']);
      expect(timeline.length).toBeGreaterThan(2);
    }
    const breach = report.scenarios.find(({ id }) => id === 'breach-of-600');
    expect(breach?.drafts.map(({ kind }) => kind)).toEqual(['individual', 'media', 'hhs']);
    expect(breach?.alerts.map(({ kind }) => kind)).toEqual(['incident', 'reminder']);
    expect(breach?.timeline.at(-1)).toBe('evidence-locked');
  });

  it('leaves no endpoint behind even when it is killed', async () => {
    const fixture = path.join('test', 'full', 'fixtures', 'endpoint-that-waits.ts');
    const drill = spawn(process.execPath, ['--import', 'tsx', fixture], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [text] = await once(drill.stdout, 'data');
    const started: { drill: number; endpoint: number; directory: string } = JSON.parse(String(text));
    expect(runs(started.endpoint)).toBe(true);
    process.kill(started.drill, 'SIGKILL');
    for (let left = 100; runs(started.endpoint) && left > 0; left--) await wait(50);
    expect(runs(started.endpoint)).toBe(false);
    rmSync(started.directory, { recursive: true, force: true });
  });

  it('falls short where the path does not answer as it has to', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', path.join('test', 'full', 'fixtures', 'drill-that-fails.ts')],
      { cwd: ROOT, encoding: 'utf8', timeout: 290_000 },
    );
    expect(status).toBe(0);
    const report: DrillReport = JSON.parse(stdout);
    expect(report.verdict).toBe('fell-short');
    expect(report.scenarios.map(({ problems }) => problems)).toEqual([
      ['its signal is cloudtrail-stopped instead of bucket-opened'],
      ['1 cases were opened instead of 0', '1 alerts of an incident came instead of 0'],
    ]);
  });
});

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
