import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printable } from '../report/printable';
import { UsageError } from './command';

/** A file of the report: its name and its text. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Refuses a directory that a report cannot be written into, before any work is done for it.
 *
 * @throws UsageError when it is a file or lies below one, or when a name of the report is taken by a directory
 */
export function checkDirectory(directory: string, names: readonly string[]): void {
  const existing = nearestExisting(directory);
  if (!statSync(existing).isDirectory()) {
    throw new UsageError(`'--out' must be a directory, got: '${printable(existing)}', which is a file`);
  }
  for (const name of names) {
    const taken = statSync(path.join(directory, name), { throwIfNoEntry: false })?.isDirectory() === true;
    if (taken) throw new UsageError(`'--out' must have no directory named '${name}' in it`);
  }
}

/**
 * Writes the files of a report into a directory, which it makes: each is there whole or not at all, and no other file is touched. A link
 * with a name of the report is replaced, not followed.
 *
 * @throws UsageError when the directory cannot be written into
 */
export function writeReport(directory: string, files: readonly ReportFile[]): void {
  const drafts = files.map(({ name, text }) => ({
    text,
    draft: path.join(directory, `.${name}.${process.pid}.tmp`),
    target: path.join(directory, name),
  }));
  refusing(() => mkdirSync(directory, { recursive: true }));
  try {
    refusing(() => {
      for (const { draft, text } of drafts) writeFileSync(draft, text, { flag: 'wx' });
      for (const { draft, target } of drafts) renameSync(draft, target);
    });
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

/** What the file system refuses is bad input: somebody named a directory that cannot be used. */
function refusing(write: () => void): void {
  try {
    write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`'--out' must be a directory that can be written into, got: ${printable(reason)}`);
  }
}

function nearestExisting(directory: string): string {
  const parent = path.dirname(directory);
  const exists = statIfThere(directory);
  return exists || parent === directory ? directory : nearestExisting(parent);
}

/** A path below a file does not exist: its parent is looked at next. */
function statIfThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
