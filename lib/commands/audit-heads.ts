import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isSignedBy, readSignedHead, type SignedHead } from '../../lambda/shared/audit-chain/signed-head';
import { printable } from '../report/printable';
import { UsageError } from './command';
import { KeptHeads } from './kept-heads';

/** Some 150,000 heads. Bytes. */
const MAX_HEADS_BYTES = 67_108_864;
/** A P-256 key takes some 200. Bytes. */
const MAX_KEY_BYTES = 16_384;

/** A head that none of the keys signed, by its place. */
interface UnsignedPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly chain: string;
  readonly seq: number;
}

/** The heads of some files, those apart whose signature does not hold. */
export interface ReadHeads {
  /** Of many heads of one chain the first and the newest. */
  readonly heads: readonly SignedHead[];
  /** How many signatures hold. */
  readonly verified: number;
  readonly unsigned: readonly UnsignedPlace[];
}

/**
 * Reads signed heads, one JSON object a line, and verifies each signature with the given keys.
 *
 * @throws UsageError when a file holds something else
 */
export function readHeads(
  headFiles: readonly string[],
  keyFiles: readonly string[],
  projectRoot: string,
): ReadHeads {
  const keys = keyFiles.map((file) => readKey(file, projectRoot));
  const kept = new KeptHeads();
  let verified = 0;
  const unsigned: UnsignedPlace[] = [];
  for (const file of headFiles) {
    const lines = readBounded('--heads', file, MAX_HEADS_BYTES, projectRoot).toString('utf8').split('\n');
    for (const [index, text] of lines.entries()) {
      if (text.trim() === '') continue;
      const head = headOf(text);
      if (head === undefined) {
        throw new UsageError(
          `'--heads' must hold one signed head a line, got something else: '${printable(file)}', line ${index + 1}`,
        );
      }
      if (keys.some((key) => isSignedBy(head, key))) {
        kept.add(head);
        verified += 1;
      } else unsigned.push({ file, line: index + 1, chain: head.chain, seq: head.seq });
    }
  }
  return { heads: kept.heads, verified, unsigned };
}

function headOf(text: string): SignedHead | undefined {
  try {
    return readSignedHead(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** PEM, DER, or the Base64 of DER that `aws kms get-public-key` prints. */
function readKey(file: string, projectRoot: string): KeyObject {
  const bytes = readBounded('--public-key', file, MAX_KEY_BYTES, projectRoot);
  const refuse = () =>
    new UsageError(
      `'--public-key' must be a public key on the curve P-256, as PEM or DER, got something else: '${printable(file)}'`,
    );
  const text = bytes.toString('latin1');
  if (text.includes('PRIVATE KEY')) throw refuse();
  const isBase64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text);
  let key: KeyObject;
  try {
    key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({
          key: isBase64 ? Buffer.from(text, 'base64') : bytes,
          format: 'der',
          type: 'spki',
        });
  } catch {
    throw refuse();
  }
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw refuse();
  return key;
}

function readBounded(option: string, file: string, maxBytes: number, projectRoot: string): Buffer {
  const path = resolve(projectRoot, file);
  let size: number;
  try {
    const stats = statSync(path);
    size = stats.isFile() ? stats.size : -1;
    if (size >= 0 && size <= maxBytes) return readFileSync(path);
  } catch {
    size = -1;
  }
  const must = size < 0 ? 'name a file that can be read' : `name a file of at most ${maxBytes} bytes`;
  throw new UsageError(`'${option}' must ${must}, got: '${printable(file)}'`);
}
