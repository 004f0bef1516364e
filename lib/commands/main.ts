import { ConfigurationError } from '../config/configuration-error';
import { printable } from '../report/printable';
import { type Command, type ExitCode, type Surroundings, UsageError } from './command';

/**
 * Runs one command of a table. Bad input and a bad configuration end with 2, a message on stderr, and nothing on stdout; anything else that is
 * thrown is an error of ours and reaches the caller.
 */
export async function main(
  args: readonly string[],
  commands: readonly Command[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) throw new UsageError(`a command must follow, got: nothing\n\n${help(commands)}`);
    if (name === '--help' || name === '-h' || name === 'help') {
      surroundings.stdout(help(commands));
      return 0;
    }
    if (name === '--version') {
      surroundings.stdout(`${surroundings.version}\n`);
      return 0;
    }
    const command = commands.find((candidate) => candidate.name === name);
    if (command === undefined) {
      const known = commands.map((candidate) => candidate.name).join(', ');
      throw new UsageError(
        `the command must be one of ${known}, got: '${printable(name)}' (hipaa --help lists them)`,
      );
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      surroundings.stdout(command.usageFor?.(rest) ?? command.usage);
      return 0;
    }
    return await command.run(rest, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof ConfigurationError)) throw error;
    surroundings.stderr(`${error.message}\n`);
    return 2;
  }
}

function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: hipaa COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'hipaa COMMAND --help tells the options of a command; hipaa --version prints the version.',
    'Exit codes: 0 holds or done, 1 does not hold, 2 bad input or configuration, 3 not run.',
    '',
  ].join('\n');
}
