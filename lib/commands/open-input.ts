import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { printable } from '../report/printable';
import { type Surroundings, UsageError } from './command';

/**
 * Opens the file of a `[FILE|-]` argument, or standard input where it is `-` or left out.
 *
 * @throws UsageError when there is no such file, or when nobody pipes anything in
 */
export function openInput(
  positionals: readonly string[],
  { stdin, projectRoot }: Pick<Surroundings, 'stdin' | 'projectRoot'>,
): AsyncIterable<Uint8Array | string> {
  const [file, surplus] = positionals;
  if (surplus !== undefined)
    throw new UsageError(`one FILE at most may be given, got: '${printable(surplus)}'`);
  if (file === undefined && stdin.isTTY === true) {
    throw new UsageError('a FILE must be given, or input on standard input, got: nothing');
  }
  if (file === undefined || file === '-') return stdin;
  const path = resolve(projectRoot, file);
  if (!isReadableFile(path)) throw new UsageError(`'FILE' must name a file, got: '${printable(file)}'`);
  return createReadStream(path);
}

function isReadableFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}
