import { FactsError } from '../../lambda/breach/domain/deadlines/facts-error';
import { type Surroundings, UsageError } from '../commands/command';
import { readAll } from '../commands/input-lines';
import { openInput } from '../commands/open-input';

/** What a file of facts, of an assessment or of details may hold at most, in UTF-16 units. */
const MOST = 1_048_576;

/** A file as a JSON object; `-` is standard input. @throws UsageError where it is none; nothing of it is repeated */
export async function readJson(
  file: string,
  surroundings: Pick<Surroundings, 'stdin' | 'projectRoot'>,
): Promise<Readonly<Record<string, unknown>>> {
  const value = parsed(await textOf(file, surroundings));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('the file must hold a JSON object, got: something else');
  }
  return value as Readonly<Record<string, unknown>>;
}

async function textOf(
  file: string,
  surroundings: Pick<Surroundings, 'stdin' | 'projectRoot'>,
): Promise<string> {
  try {
    return await readAll(openInput([file], surroundings), MOST);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`the file ${error.message}`);
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs a reader of ours; what it refuses is bad input. @throws UsageError with every problem */
export function reading<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof FactsError) throw new UsageError(error.message);
    throw error;
  }
}
