import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { types } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { ChainVerifier } from '../../lambda/shared/audit-chain/chain-verifier';
import { LineSplitter } from '../../lambda/shared/audit-chain/line-splitter';
import { printable } from '../report/printable';
import { type Surroundings, UsageError } from './command';

/** Bytes that are read at once. */
const CHUNK_BYTES = 1_048_576;
/** Lines between two words to whoever waits: about twice a second. */
const PROGRESS_LINES = 100_000;
const GZIP = [0x1f, 0x8b] as const;

/** Which lines of all belong to a file. */
export interface ExportFile {
  readonly name: string;
  /** The number of its first line over all files, from 1. */
  readonly firstLine: number;
}

/** @throws UsageError when one of the files cannot be read, before anything is */
export function requireReadable(
  files: readonly string[],
  { projectRoot, stdin }: Pick<Surroundings, 'projectRoot' | 'stdin'>,
): void {
  for (const file of files) {
    if (file === '-' && stdin.isTTY !== true) continue;
    if (file === '-') throw new UsageError("'-' must have something on standard input, got: a terminal");
    const path = resolve(projectRoot, file);
    try {
      accessSync(path, constants.R_OK);
      if (!statSync(path).isDirectory()) continue;
    } catch {
      // Said below.
    }
    throw new UsageError(`'FILE' must name a file that can be read, got: '${printable(file)}'`);
  }
}

/**
 * Gives the lines of all files to the verifier, in the order of the files. What is compressed with gzip is told by its first bytes,
 * since S3 objects and standard input have no reliable name.
 */
export async function readExport(
  files: readonly string[],
  verifier: ChainVerifier,
  surroundings: Surroundings,
): Promise<readonly ExportFile[]> {
  const read: ExportFile[] = [];
  for (const file of files) {
    read.push({ name: file, firstLine: verifier.lines + 1 });
    await readFile(file, verifier, surroundings);
  }
  surroundings.progress?.('');
  return read;
}

async function readFile(file: string, verifier: ChainVerifier, surroundings: Surroundings): Promise<void> {
  const { stdin, projectRoot, progress } = surroundings;
  const source =
    file === '-' ? stdin : createReadStream(resolve(projectRoot, file), { highWaterMark: CHUNK_BYTES });
  const splitter = new LineSplitter(verifier);
  let said = verifier.lines;
  const bytes = plainBytes(source);
  try {
    for await (const chunk of bytes) {
      splitter.push(chunk);
      if (progress !== undefined && verifier.lines - said >= PROGRESS_LINES) {
        said = verifier.lines;
        progress(`${said} lines …`);
      }
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    verifier.addBroken({ problem: 'damaged-file', chain: null, seq: null });
    return;
  }
  splitter.end();
}

/** The bytes of a stream, decompressed where they are compressed. */
async function* plainBytes(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const chunks = asBytes(source);
  let start: Uint8Array = new Uint8Array();
  while (start.length < GZIP.length) {
    const next = await chunks.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  const all = withStart(start, chunks);
  yield* GZIP.every((byte, index) => start[index] === byte) ? decompressed(all) : all;
}

function decompressed(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Whoever reads from the end of the pipeline gets its error.
  return pipeline(Readable.from(bytes), createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined);
}

async function* asBytes(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function* withStart(start: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  yield* rest;
}

function isDamage(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && String(error.code).startsWith('Z_');
}
