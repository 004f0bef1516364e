import { canonicalJson } from './canonical-json';
import { isCanonicalObject } from './canonical-text';
import { isInstant } from './instant';
import type { JsonObject } from './json-value';
import {
  type AuditRecord,
  CHAIN_ID,
  type ChainHead,
  genesisOf,
  MAX_LINE_BYTES,
  RECORD_VERSION,
  sha256,
} from './record';

/** What is to be recorded. */
export interface Entry {
  readonly chain: string;
  /** Instant in UTC with milliseconds. */
  readonly at: string;
  readonly body: JsonObject;
}

/** A record that was made, its line for an export, and what the next record of the chain is appended to. */
export interface Appended {
  readonly record: AuditRecord;
  /** The record as RFC 8785 JSON, without the `\n` that ends a line. */
  readonly line: string;
  readonly head: ChainHead;
}

/**
 * The next record of a chain. The caller keeps the head: two records appended to the same head fork the chain, and
 * verification refuses the second.
 *
 * @param head the newest record of the chain; undefined for its first
 * @throws TypeError | RangeError when the entry has no canonical form or is too large; the body is never named
 * @see 45 CFR 164.312(b)
 */
export function appendRecord(head: ChainHead | undefined, { chain, at, body }: Entry): Appended {
  if (!CHAIN_ID.test(chain)) {
    throw new TypeError("'chain' must be 1 to 128 letters, digits and . _ : - with a letter or digit first");
  }
  if (head !== undefined && head.chain !== chain) throw new TypeError("'chain' must be that of the head");
  if (!isInstant(at)) throw new TypeError("'at' must be an instant in UTC with milliseconds");
  const bodyText = canonicalJson(body);
  if (!isCanonicalObject(bodyText)) {
    throw new TypeError(
      "'body' must be an object, its names without quotes, backslashes and control characters",
    );
  }
  const seq = head === undefined ? 0 : head.seq + 1;
  if (!Number.isSafeInteger(seq)) throw new RangeError("'seq' must be a safe integer");
  const prev = head === undefined ? genesisOf(chain) : head.hash;
  const front = `{"at":"${at}","body":${bodyText},"chain":"${chain}",`;
  const back = `"prev":"${prev}","seq":${seq},"v":${RECORD_VERSION}}`;
  const hash = sha256(front + back);
  const line = `${front}"hash":"${hash}",${back}`;
  const bytes = Buffer.byteLength(line);
  if (bytes > MAX_LINE_BYTES) {
    throw new RangeError(`a record must have at most ${MAX_LINE_BYTES} bytes, got: ${bytes}`);
  }
  return {
    record: { v: RECORD_VERSION, chain, seq, at, body, prev, hash },
    line,
    head: { chain, seq, hash },
  };
}
