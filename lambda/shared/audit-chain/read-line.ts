import { readBody } from './canonical-body';
import { isInstant } from './instant';
import type { ChainProblem } from './problem';
import { type AuditRecord, CHAIN_ID, MAX_LINE_BYTES, RECORD_VERSION, sha256 } from './record';

/** A line that does not hold, with the chain and the number that it claims, where it could be read that far. */
export interface LineProblem {
  readonly problem: ChainProblem;
  readonly chain: string | null;
  readonly seq: number | null;
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
const SEQ_TEXT = /^(?:0|[1-9]\d{0,15})$/;
const ZERO = 48;
const NINE = 57;
const RECORD_FIELDS = 'at,body,chain,hash,prev,seq,v';

/**
 * Reads one line of an export, without its end, and checks everything that can be told without the records around it: its
 * form, that this is the RFC 8785 form, and its hash. Only the body is parsed.
 */
export function readLine(line: string): AuditRecord | LineProblem {
  if (
    line.length > MAX_LINE_BYTES ||
    (line.length * 3 > MAX_LINE_BYTES && Buffer.byteLength(line) > MAX_LINE_BYTES)
  ) {
    return { problem: 'too-long', chain: null, seq: null };
  }
  const seqEnd = line.length - END.length;
  let seqAt = seqEnd;
  while (isDigit(line.charCodeAt(seqAt - 1))) seqAt -= 1;
  const prevAt = seqAt - SEQ.length - DIGEST_LENGTH;
  const hashAt = prevAt - PREV.length - DIGEST_LENGTH;
  const chainEnd = hashAt - HASH.length;
  const bodyEnd = line.lastIndexOf(CHAIN, chainEnd);
  const seqText = line.slice(seqAt, seqEnd);
  const chain = line.slice(bodyEnd + CHAIN.length, chainEnd);
  const at = line.slice(FRONT.length, BODY_AT - BODY.length);
  if (
    !line.endsWith(END) ||
    !SEQ_TEXT.test(seqText) ||
    !line.startsWith(SEQ, seqAt - SEQ.length) ||
    !line.startsWith(PREV, prevAt - PREV.length) ||
    !line.startsWith(HASH, chainEnd) ||
    bodyEnd < BODY_AT ||
    !CHAIN_ID.test(chain) ||
    !line.startsWith(FRONT) ||
    !line.startsWith(BODY, BODY_AT - BODY.length) ||
    !isInstant(at)
  ) {
    return { problem: otherForm(line), chain: null, seq: null };
  }
  const seq = Number(seqText);
  const prev = line.slice(prevAt, prevAt + DIGEST_LENGTH);
  const body =
    Number.isSafeInteger(seq) && DIGEST.test(prev) ? readBody(line.slice(BODY_AT, bodyEnd)) : undefined;
  if (body === undefined) return { problem: 'not-a-record', chain, seq };
  if (body === 'not-canonical') return { problem: 'not-canonical', chain, seq };
  // `hash` is the one field that it does not cover: `"hash":"…",` is left out.
  const hash = sha256(line.slice(0, hashAt - HASH.length + 2) + line.slice(hashAt + DIGEST_LENGTH + 2));
  if (!line.startsWith(hash, hashAt)) return { problem: 'hash-mismatch', chain, seq };
  return { v: RECORD_VERSION, chain, seq, at, body, prev, hash };
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Whether something rewrote a record, as a formatter or an editor does, or whether there is none. */
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
