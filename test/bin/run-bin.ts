import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What a program of ours did. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a file of bin/ as its users do, in a process of its own that knows nothing of this one's AWS settings. */
export function runBin(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Run {
  const root = path.join(__dirname, '..', '..');
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(root, 'bin', file), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...environment },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { exitCode: status, stdout, stderr };
}
