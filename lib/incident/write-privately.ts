import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../commands/command';
import { printable } from '../report/printable';

/** A file: its name and its text. */
export interface PrivateFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes files that only their owner may read into a directory, which it makes: each is there whole or not at all.
 *
 * @throws UsageError when the directory cannot be written into, or where a file is there that has to stay
 */
export function writePrivately(
  directory: string,
  files: readonly PrivateFile[],
  existing: 'replace' | 'keep',
): void {
  if (existing === 'keep') {
    demandNew(
      directory,
      files.map(({ name }) => name),
    );
  }
  const drafts = files.map(({ name, text }) => ({
    text,
    draft: path.join(directory, `.${name}.${process.pid}.tmp`),
    target: path.join(directory, name),
  }));
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const { draft, text } of drafts) writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
    for (const { draft, target } of drafts) renameSync(draft, target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`'--out' must be a directory that can be written into, got: ${printable(code)}`);
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

/** Refuses to write over what somebody may have worked on. @throws UsageError where one of the files is there */
export function demandNew(directory: string, names: readonly string[]): void {
  const taken = names.find(
    (name) => statSync(path.join(directory, name), { throwIfNoEntry: false }) !== undefined,
  );
  if (taken !== undefined) {
    throw new UsageError(
      `'--out' must be a directory without ${printable(taken)}: somebody may have worked on it`,
    );
  }
}
