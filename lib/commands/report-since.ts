import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Verdict } from '../checks/verdict';
import { printable } from '../report/printable';
import { readVerdict, UnreadableVerdictError } from '../report/read-verdict';
import { type Surroundings, UsageError } from './command';

/** A report of hundreds of environments is smaller; what is larger is no report. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads an earlier report to compare with.
 *
 * @param since a file name relative to the project, or `-` for standard input
 * @throws UsageError when there is no such file, or when it is no verdict of this schema version
 */
export async function readSince(
  since: string,
  { projectRoot, stdin }: Pick<Surroundings, 'projectRoot' | 'stdin'>,
): Promise<Verdict> {
  const text = since === '-' ? await readAll(stdin) : readFile(since, projectRoot);
  try {
    return readVerdict(text);
  } catch (error) {
    if (!(error instanceof UnreadableVerdictError)) throw error;
    throw new UsageError(
      `'--since' must be the JSON of an earlier report or check, got: '${printable(since)}': ${error.message}`,
    );
  }
}

function readFile(since: string, projectRoot: string): string {
  try {
    const descriptor = openSync(path.resolve(projectRoot, since), 'r');
    try {
      if (fstatSync(descriptor).size > MOST_BYTES) throw new Error(`larger than ${MOST_BYTES} bytes`);
      return readFileSync(descriptor, 'utf8');
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`'--since' must name a file that can be read, got: ${printable(reason)}`);
  }
}

async function readAll(input: Surroundings['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new UsageError(`'--since' must not be larger than ${MOST_BYTES} bytes`);
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}
