import { generateKeyPairSync, sign } from 'node:crypto';
import { appendRecord } from '../../../../lambda/shared/audit-chain/append-record';
import type { ChainReport } from '../../../../lambda/shared/audit-chain/chain-report';
import { ChainVerifier, type VerifierOptions } from '../../../../lambda/shared/audit-chain/chain-verifier';
import type { JsonObject } from '../../../../lambda/shared/audit-chain/json-value';
import { LineSplitter } from '../../../../lambda/shared/audit-chain/line-splitter';
import type { ChainHead } from '../../../../lambda/shared/audit-chain/record';
import {
  type SignedHead,
  signingInput,
  unsignedHead,
  withSignature,
} from '../../../../lambda/shared/audit-chain/signed-head';

/** A chain with a head for each of its lines. */
export interface MadeChain {
  readonly lines: readonly string[];
  readonly heads: readonly ChainHead[];
}

/** The body of the record with this number, as large as that of a real access. */
export function accessBody(index: number): JsonObject {
  return {
    action: 'read',
    actor: 'u-9f86d081884c7d659a2feaa0c55ad015',
    from: '10.1.2.3',
    outcome: 'permit',
    patient: `p-2c26b46b68ffc68f-${index}`,
    purpose: 'TREAT',
    resource: { id: `r-${index}`, type: 'record' },
  };
}

/** A chain with these bodies, a record each second. */
export function chainOf(chain: string, bodies: readonly JsonObject[]): MadeChain {
  const lines: string[] = [];
  const heads: ChainHead[] = [];
  for (const [index, body] of bodies.entries()) {
    const at = new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString();
    const { line, head } = appendRecord(heads.at(-1), { chain, at, body });
    lines.push(line);
    heads.push(head);
  }
  return { lines, heads };
}

/** A chain of so many accesses. */
export function accesses(chain: string, count: number): MadeChain {
  return chainOf(
    chain,
    Array.from({ length: count }, (_, index) => accessBody(index)),
  );
}

/** A key as AWS KMS keeps it: ECC_NIST_P256. */
export const KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Signs as AWS KMS does: ECDSA_SHA_256, DER. */
export function signed(head: ChainHead, { privateKey } = KEY): SignedHead {
  const unsigned = unsignedHead(
    head,
    '2026-01-02T00:00:00.000Z',
    'arn:aws:kms:us-east-1:111122223333:key/k-1',
  );
  return withSignature(unsigned, sign('sha256', signingInput(unsigned), privateKey));
}

/** What is found in the bytes of a file. */
export function verifyBytes(bytes: Uint8Array, options: VerifierOptions = {}, chunkSize = 64): ChainReport {
  const verifier = new ChainVerifier(options);
  const splitter = new LineSplitter(verifier);
  for (let at = 0; at < bytes.length; at += chunkSize) splitter.push(bytes.subarray(at, at + chunkSize));
  splitter.end();
  return verifier.finish();
}

/** What is found in a file of these lines. */
export function verifyLines(lines: readonly string[], options: VerifierOptions = {}): ChainReport {
  return verifyBytes(Buffer.from(lines.map((line) => `${line}\n`).join('')), options, 4096);
}
