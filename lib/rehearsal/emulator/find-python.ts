import { NotRunError } from '../not-run-error';
import type { OwnProcesses } from '../own-processes';
import { runTool } from '../run-tool';

/** A Python that can run the emulator. */
export interface Python {
  /** The program itself, absolute. */
  readonly path: string;
  /** As `3.12`. */
  readonly version: string;
}

/** Under which names Python is looked for, the plain one first. */
const PYTHON_NAMES = [
  'python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python',
] as const;

/** The oldest that the emulator runs on, as [major, minor]. */
const OLDEST: readonly [number, number] = [3, 10];

/** Tells which Python it is, and whether it can make environments and install into them. */
const PROBE = `
import sys
try:
    import ensurepip, venv
    able = 'able'
except ImportError:
    able = 'unable'
print('probe', '%d.%d' % sys.version_info[:2], able, sys.executable)
`;

const INSTALL = 'install Python 3.10 or later (with its venv module), then run the drill again';

/**
 * The first Python that can run the emulator.
 *
 * @throws NotRunError that says what to install
 */
export async function findPython(
  processes: OwnProcesses,
  names: readonly string[] = PYTHON_NAMES,
): Promise<Python> {
  const found: string[] = [];
  let unable: string | undefined;
  for (const command of names) {
    const { output } = await runTool({ command, args: ['-I', '-c', PROBE], timeout: 20_000 }, processes);
    const [, version, able, path] = /^probe (\d+\.\d+) (\w+) (.+)$/m.exec(output) ?? [];
    if (version === undefined || path === undefined) continue;
    if (!isRecent(version)) found.push(version);
    else if (able === 'able') return { path, version };
    else unable ??= version;
  }
  if (unable !== undefined) {
    throw new NotRunError(
      `Python ${unable} has no venv module: install it (Debian, Ubuntu: apt-get install python3-venv), then run the drill again.`,
    );
  }
  const what = found[0] === undefined ? 'There is no Python here' : `Python ${found[0]} is too old`;
  throw new NotRunError(`${what}: ${INSTALL}.`);
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
