import { hash } from 'node:crypto';
import type { JsonObject } from './json-value';

/** The version of the record's form. */
export const RECORD_VERSION = 1;

/** The longest line, in bytes of UTF-8 without its end: below what a Kinesis record or a DynamoDB item holds. */
export const MAX_LINE_BYTES = 262_144;

/** What the id of a chain may be: opaque, and safe in a URL, an object key and a log. */
export const CHAIN_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/**
 * One link of an append-only chain.
 *
 * @see 45 CFR 164.312(b)
 * @see 45 CFR 164.312(c)(2)
 */
export interface AuditRecord {
  readonly v: typeof RECORD_VERSION;
  /** Opaque id of the chain: one for each process that writes, or for each incident. */
  readonly chain: string;
  /** Position in the chain, from 0. */
  readonly seq: number;
  /** Instant in UTC with milliseconds, `2026-01-31T23:59:59.999Z`. */
  readonly at: string;
  /** What is recorded. No PHI. */
  readonly body: JsonObject;
  /** `hash` of the record before; of the first record: `genesisOf(chain)`. */
  readonly prev: string;
  /** SHA-256 of the RFC 8785 JSON of all the other fields, 64 lower-case hexadecimal digits. */
  readonly hash: string;
}

/** The newest record of a chain, as far as the next one needs to know it. */
export type ChainHead = Pick<AuditRecord, 'chain' | 'seq' | 'hash'>;

/** SHA-256 of a text as UTF-8, in hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** What the first record of a chain names as the record before it: no record of another chain can take its place. */
export function genesisOf(chain: string): string {
  return sha256(`{"chain":"${chain}","genesis":true,"v":${RECORD_VERSION}}`);
}
