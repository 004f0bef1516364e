import { isCanonicalObject } from './canonical-text';
import { isInstant } from './instant';
import type { JsonObject } from './json-value';
import type { ChainProblem } from './problem';
import { type AuditRecord, CHAIN_ID, MAX_LINE_BYTES, RECORD_VERSION, sha256 } from './record';

/** A line that does not hold, with the chain and the number that it claims, where it could be read that far. */
export interface LineProblem {
  readonly problem: ChainProblem;
  readonly chain: string | null;
  readonly seq: number | null;
}

/** A line that holds in itself; `prev` is compared by whoever knows the record before. */
export interface CheckedLine extends Omit<AuditRecord, 'v' | 'body'> {
  /** The body's RFC 8785 JSON. */
  readonly bodyText: string;
}

// The canonical order of names fixes where each field stands: `at` and `body` from the front, all the others from the end.
const FRONT = '{"at":"';
const BODY = '","body":';
const BODY_AT = FRONT.length + '2026-01-31T23:59:59.999Z'.length + BODY.length;
const CHAIN = ',"chain":"';
const HASH = '","hash":"';
const PREV = '","prev":"';
const SEQ = '","seq":';
const END = `,"v":${RECORD_VERSION}}`;
const DIGEST_LENGTH = 64;
const DIGEST = /^[0-9a-f]{64}$/;
const ZERO = 0x30;
const NINE = 0x39;
const RECORD_FIELDS = 'at,body,chain,hash,prev,seq,v';

/**
 * Checks one line of an export, without its end, for everything that can be told without the records around it: its form, that this
 * is the RFC 8785 form, and its hash.
 */
export function checkLine(line: string): CheckedLine | LineProblem {
  if (isTooLong(line)) return { problem: 'too-long', chain: null, seq: null };
  const seqEnd = line.length - END.length;
  let seqAt = seqEnd;
  while (isDigit(line.charCodeAt(seqAt - 1))) seqAt -= 1;
  const prevAt = seqAt - SEQ.length - DIGEST_LENGTH;
  const hashAt = prevAt - PREV.length - DIGEST_LENGTH;
  const chainEnd = hashAt - HASH.length;
  const bodyEnd = line.lastIndexOf(CHAIN, chainEnd);
  const chain = line.slice(bodyEnd + CHAIN.length, chainEnd);
  const at = line.slice(FRONT.length, BODY_AT - BODY.length);
  const seq = Number(line.slice(seqAt, seqEnd));
  const isRecord =
    line.endsWith(END) &&
    seqAt < seqEnd &&
    (line.charCodeAt(seqAt) !== ZERO || seqAt === seqEnd - 1) &&
    Number.isSafeInteger(seq) &&
    line.startsWith(SEQ, prevAt + DIGEST_LENGTH) &&
    line.startsWith(PREV, hashAt + DIGEST_LENGTH) &&
    line.startsWith(HASH, chainEnd) &&
    bodyEnd >= BODY_AT &&
    CHAIN_ID.test(chain) &&
    line.startsWith(FRONT) &&
    line.startsWith(BODY, BODY_AT - BODY.length) &&
    isInstant(at);
  if (!isRecord) return { problem: otherForm(line), chain: null, seq: null };
  const bodyText = line.slice(BODY_AT, bodyEnd);
  if (!isCanonicalObject(bodyText)) return { problem: otherForm(line), chain, seq };
  // `hash` is the one field that it does not cover: `"hash":"…",` is left out.
  const hash = sha256(line.slice(0, chainEnd + 2) + line.slice(hashAt + DIGEST_LENGTH + 2));
  if (!line.startsWith(hash, hashAt)) return { problem: 'hash-mismatch', chain, seq };
  return { chain, seq, at, prev: line.slice(prevAt, prevAt + DIGEST_LENGTH), hash, bodyText };
}

/** Reads one line of an export, without its end, with the checks of `checkLine`. */
export function readLine(line: string): AuditRecord | LineProblem {
  const checked = checkLine(line);
  if ('problem' in checked) return checked;
  const { chain, seq, at, prev, hash, bodyText } = checked;
  if (!DIGEST.test(prev)) return { problem: 'not-a-record', chain, seq };
  return { v: RECORD_VERSION, chain, seq, at, body: JSON.parse(bodyText) as JsonObject, prev, hash };
}

/** A UTF-16 unit takes at most three bytes. */
function isTooLong(line: string): boolean {
  return line.length * 3 > MAX_LINE_BYTES && Buffer.byteLength(line) > MAX_LINE_BYTES;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Whether something rewrote a record, as a formatter or an editor does, or whether there is none. Decides on words only: the line is broken. */
function otherForm(line: string): ChainProblem {
  try {
    const value: unknown = JSON.parse(line);
    const isRecord =
      typeof value === 'object' && value !== null && Object.keys(value).sort().join() === RECORD_FIELDS;
    return isRecord ? 'not-canonical' : 'not-a-record';
  } catch {
    return 'not-a-record';
  }
}
