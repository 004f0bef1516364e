import { Readable } from 'node:stream';
import type { Surroundings } from '../../lib/commands/command';
import { COMMANDS } from '../../lib/commands/commands';
import { main } from '../../lib/commands/main';

/** Runs `hipaa` with these arguments and this standard input, as on a machine without any account. */
export async function hipaa(
  args: readonly string[],
  input: string | readonly (string | Uint8Array)[] = '',
  isTTY = false,
) {
  let stdout = '';
  let stderr = '';
  const surroundings: Surroundings = {
    account: undefined,
    region: undefined,
    today: '2026-11-21',
    projectRoot: `${__dirname}/../..`,
    cdkContext: {},
    version: '1.2.3',
    layout: { columns: null, color: false },
    stdin: Object.assign(Readable.from(typeof input === 'string' ? [input] : input), { isTTY }),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  };
  const exitCode = await main(args, COMMANDS, surroundings);
  return { exitCode, stdout, stderr };
}
