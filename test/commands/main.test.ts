import { Readable } from 'node:stream';
import { type Command, type Surroundings, UsageError } from '../../lib/commands/command';
import { COMMANDS } from '../../lib/commands/commands';
import { main } from '../../lib/commands/main';
import { ConfigurationError } from '../../lib/config/configuration-error';

function command(run: Command['run']): Command {
  return { name: 'do', summary: 'does it', usage: 'Usage: hipaa do\n', run };
}

async function ran(args: readonly string[], commands: readonly Command[]) {
  let stdout = '';
  let stderr = '';
  const surroundings: Surroundings = {
    account: undefined,
    region: undefined,
    today: '2026-11-21',
    projectRoot: '/project',
    cdkContext: {},
    version: '1.2.3',
    layout: { columns: null, color: false },
    stdin: Readable.from([]),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  };
  const exitCode = await main(args, commands, surroundings);
  return { exitCode, stdout, stderr };
}

const DONE = command(async (args, { stdout }) => {
  stdout(args.join());
  return 0;
});

describe('main', () => {
  it('hands the rest of the line to the command, and ends with its code', async () => {
    expect(await ran(['do', '-x', 'y'], [DONE])).toEqual({ exitCode: 0, stdout: '-x,y', stderr: '' });
    expect(await ran(['do'], [command(async () => 1)])).toMatchObject({ exitCode: 1 });
    expect(await ran(['do'], [command(async () => 3)])).toMatchObject({ exitCode: 3 });
  });

  it.each([['--help'], ['-h'], ['help']])('lists every command for %s', async (flag) => {
    const { exitCode, stdout, stderr } = await ran([flag], COMMANDS);
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const { name, summary } of COMMANDS)
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
  });

  it.each([['--help'], ['-h']])('tells the usage of a command for %s, and does not run it', async (flag) => {
    const never = command(async () => {
      throw new Error('it ran');
    });
    expect(await ran(['do', 'x', flag], [never])).toEqual({
      exitCode: 0,
      stdout: 'Usage: hipaa do\n',
      stderr: '',
    });
  });

  it('prints its version', async () => {
    expect(await ran(['--version'], [])).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it.each([
    [['dance'], "the command must be one of do, got: 'dance'"],
    [['--fast'], "got: '--fast'"],
    [[], 'a command must follow, got: nothing'],
    [['\u001b[2J'], "got: '\\u001b[2J'"],
  ])('refuses %j with 2, a message, and nothing on stdout', async (args, message) => {
    expect(await ran(args, [DONE])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  it.each([
    [
      new UsageError("'--format' must be one of text, got: 'x'"),
      "'--format' must be one of text, got: 'x'\n",
    ],
    [
      new ConfigurationError(["'a' must be b, got: c"]),
      "The configuration has 1 problem:\n  'a' must be b, got: c\n",
    ],
  ])('ends bad input with 2, its message and no stack trace', async (error, stderr) => {
    const failing = command(async () => {
      throw error;
    });
    expect(await ran(['do'], [failing])).toEqual({ exitCode: 2, stdout: '', stderr });
  });

  it('does not take an error of ours for bad input', async () => {
    const failing = command(async () => {
      throw new Error('a bug');
    });
    await expect(ran(['do'], [failing])).rejects.toThrow('a bug');
  });
});
