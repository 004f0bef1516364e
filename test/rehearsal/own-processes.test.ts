import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const MODULE = path.join(__dirname, '..', '..', 'lib', 'rehearsal', 'own-processes');

/** Starts a process of its own that starts another, tells both ids, and then does what is said. */
function program(then: string): string {
  return `
const { spawn } = require('node:child_process');
const { OwnProcesses } = require(${JSON.stringify(MODULE)});
const processes = new OwnProcesses();
const child = spawn('sh', ['-c', 'trap "" TERM; sleep 60 & echo $!; wait'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
processes.add(child);
child.stdout.once('data', (line) => {
  console.log(child.pid + ' ' + String(line).trim());
  ${then}
});
`;
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('processes of a drill', () => {
  it.each([
    ['it ends', 'process.exit(0)', undefined, 0],
    ['it throws', "throw new Error('x')", undefined, 1],
    ['it stops them', 'processes.stopAll()', undefined, 0],
    ['it is interrupted', '', 'SIGINT', 'SIGINT'],
    ['it is ended', '', 'SIGTERM', 'SIGTERM'],
    ['its terminal goes', '', 'SIGHUP', 'SIGHUP'],
  ] as const)(
    'are gone with their children when %s',
    async (_, then, signal, expected) => {
      const drill = spawn(process.execPath, ['--import', 'tsx', '-e', program(then)], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [line] = await once(drill.stdout, 'data');
      const ids = String(line).trim().split(' ').map(Number);
      expect(ids).toHaveLength(2);
      if (signal !== undefined) drill.kill(signal);
      const [code, killedBy] = drill.exitCode === null ? await once(drill, 'exit') : [drill.exitCode, null];
      expect(killedBy ?? code).toBe(expected);
      for (let left = 40; ids.some(runs) && left > 0; left--) await wait(50);
      expect(ids.filter(runs)).toEqual([]);
    },
    30_000,
  );
});
