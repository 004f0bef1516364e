import { RegisterBusyError } from '../../lambda/breach/use-cases/register-busy-error';
import { type ExitCode, type Surroundings, UsageError } from '../commands/command';
import { printable } from '../report/printable';
import type { OpenDesk } from './desk';
import { DeskError } from './desk-error';
import { Dialogue } from './dialogue';
import { SUBCOMMANDS } from './subcommands';

/**
 * Runs one subcommand.
 *
 * @throws UsageError where the arguments or the answers are wrong
 */
export async function runIncident(
  args: readonly string[],
  surroundings: Surroundings,
  openDesk: OpenDesk,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  const subcommand = SUBCOMMANDS.find((candidate) => candidate.name === name);
  if (subcommand === undefined) {
    const known = SUBCOMMANDS.map((candidate) => candidate.name).join(', ');
    throw new UsageError(
      `the subcommand must be one of ${known}, got: ${name === undefined ? 'nothing' : `'${printable(name.slice(0, 80))}'`} (hipaa incident --help lists them)`,
    );
  }
  const dialogue = new Dialogue(surroundings);
  try {
    return await subcommand.run(rest, { surroundings, dialogue, openDesk });
  } catch (error) {
    if (error instanceof DeskError) {
      surroundings.stderr(`${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof RegisterBusyError) {
      surroundings.stderr('Others write to the case at the same time: nothing was recorded. Run it again.\n');
      return 3;
    }
    throw error;
  } finally {
    await dialogue.close();
  }
}
