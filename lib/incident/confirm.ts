import { UsageError } from '../commands/command';
import type { Session } from './session';

/**
 * Asks for the id of the case before something that cannot be taken back. `--yes` answers for a script; where nobody can
 * be asked it is refused.
 *
 * @param what one sentence: what will stand
 * @throws UsageError where it is not confirmed; nothing was done then
 */
export async function confirmId(
  id: string,
  what: string,
  { dialogue, yes }: Pick<Session, 'dialogue' | 'yes'>,
): Promise<void> {
  if (yes) return;
  if (!dialogue.interactive) {
    throw new UsageError(`${what} Nobody can be asked: give --yes to confirm it. Nothing was done.`);
  }
  dialogue.tell(what);
  if ((await dialogue.ask(`Type ${id} to go on:`)) !== id) {
    throw new UsageError('It was not confirmed. Nothing was done.');
  }
}
