import { canonicalJson } from './canonical-json';
import type { JsonValue } from './json-value';
import type { ChainProblem } from './problem';
import { readLine } from './read-line';
import { type AuditRecord, type ChainHead, genesisOf } from './record';

/**
 * Why a record does not follow the head of its chain; undefined where it does. Its own hash is taken as checked.
 *
 * @param head the record before it; undefined where it must be the first one
 */
export function linkProblem(
  head: ChainHead | undefined,
  { chain, seq, prev }: Pick<AuditRecord, 'chain' | 'seq' | 'prev'>,
): ChainProblem | undefined {
  if (head === undefined) {
    if (seq > 0) return 'beginning-missing';
    return prev === genesisOf(chain) ? undefined : 'link-mismatch';
  }
  if (seq <= head.seq) return 'repeated';
  if (seq > head.seq + 1) return 'gap';
  return prev === head.hash ? undefined : 'link-mismatch';
}

/**
 * Why a stored record does not hold: its form, its hash, or its place after the head; undefined where it holds.
 *
 * @param head the record before it; undefined where it must be the first one
 * @see 45 CFR 164.312(c)(2)
 */
export function verifyRecord(head: ChainHead | undefined, record: unknown): ChainProblem | undefined {
  let line: string;
  try {
    line = canonicalJson(record as JsonValue);
  } catch {
    return 'not-a-record';
  }
  const reading = readLine(line);
  if ('problem' in reading) return reading.problem;
  if (head !== undefined && head.chain !== reading.chain) return 'link-mismatch';
  return linkProblem(head, reading);
}
