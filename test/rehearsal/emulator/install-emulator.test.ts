import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPython } from '../../../lib/rehearsal/emulator/find-python';
import { installEmulator } from '../../../lib/rehearsal/emulator/install-emulator';
import { NotRunError } from '../../../lib/rehearsal/not-run-error';
import { OwnProcesses } from '../../../lib/rehearsal/own-processes';

describe('the installation of the local endpoint', () => {
  let directory: string;
  let processes: OwnProcesses;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'drill-test-'));
    processes = new OwnProcesses();
  });
  afterEach(async () => {
    await processes.stopAll();
    rmSync(directory, { recursive: true });
  });

  /** A program that acts like a Python. */
  function python(script: string): string {
    const file = path.join(directory, 'python-of-the-test');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  async function refusal(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    if (!(error instanceof NotRunError)) throw error ?? new Error('nothing was refused');
    return error.message;
  }

  function install(script: string, told: string[] = []) {
    return installEmulator({
      cacheDirectory: path.join(directory, 'cache'),
      processes,
      tell: (step) => told.push(step),
      requirements: 'nothing==1\n',
      pythons: [python(script)],
    });
  }

  /** Makes an environment whose own Python does what is said. */
  const making = (then: string) =>
    `case "$*" in *probe*) echo "probe 3.12 able $0";; *venv*) mkdir -p "$4/bin"; printf '#!/bin/sh\\n${then}\\n' > "$4/bin/python"; chmod +x "$4/bin/python";; esac`;

  it('says what to install where there is no Python', async () => {
    expect(await refusal(findPython(processes, [path.join(directory, 'none')]))).toBe(
      'There is no Python here: install Python 3.10 or later (with its venv module), then run the drill again.',
    );
  });

  it('says that a Python is too old', async () => {
    expect(await refusal(findPython(processes, [python('echo "probe 3.9 able /x"')]))).toContain(
      'Python 3.9 is too old',
    );
  });

  it('says that the venv module is missing', async () => {
    expect(await refusal(findPython(processes, [python('echo "probe 3.11 unable /x"')]))).toContain(
      'python3-venv',
    );
  });

  it('takes the first Python that can do it', async () => {
    const able = python('echo "probe 3.11 able /somewhere/python"');
    expect(await findPython(processes, [path.join(directory, 'none'), able])).toEqual({
      path: '/somewhere/python',
      version: '3.11',
    });
  });

  it.each([
    ['Failed to establish a new connection', 'does not answer'],
    ['THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE', 'digest that is pinned'],
    ['No space left on device', 'disk is full'],
    ['No matching distribution found', 'does not have the local endpoint'],
  ])('says what to do about: %s', async (said, expected) => {
    expect(await refusal(install(making(`echo "${said}" >&2; exit 1`)))).toContain(expected);
  });

  it('is not taken for complete when it was cut short', async () => {
    await refusal(install(making('exit 1')));
    const told: string[] = [];
    await install(making('exit 0'), told);
    expect(told).toHaveLength(1);
  });

  it('installs nothing the second time', async () => {
    const told: string[] = [];
    const first = await install(making('exit 0'), told);
    expect(await install(making('exit 1'), told)).toBe(first);
    expect(told).toEqual(['installing the local endpoint (once)']);
  });

  it('refuses a folder that cannot be written', async () => {
    const script = making('exit 0');
    writeFileSync(path.join(directory, 'cache'), 'a file');
    expect(await refusal(install(script))).toContain('cannot be written');
  });
});
