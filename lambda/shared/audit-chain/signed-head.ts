import { type KeyObject, verify } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { isInstant } from './instant';
import { CHAIN_ID, type ChainHead } from './record';

/** The version of the signed head's form. */
const HEAD_VERSION = 1;

/** What a signature covers. */
export interface UnsignedHead extends ChainHead {
  readonly v: typeof HEAD_VERSION;
  /** Instant in UTC with milliseconds. */
  readonly signedAt: string;
  /** Which key signed: its ARN or id. */
  readonly keyId: string;
  readonly algorithm: 'ECDSA_SHA_256';
}

/** Proof that a chain had got to this record at this time; only with one can a missing end be seen. @see 45 CFR 164.312(c)(2) */
export interface SignedHead extends UnsignedHead {
  /** DER of the ECDSA signature in Base64, as AWS KMS gives it for ECC_NIST_P256. */
  readonly signature: string;
}

const DIGEST = /^[0-9a-f]{64}$/;
/** KMS key ids, ARNs and aliases. */
const KEY_ID = /^[A-Za-z0-9:/_-]{1,2048}$/;
/** DER of two 256-bit numbers takes 8 to 72 bytes. */
const SIGNATURE = /^[A-Za-z0-9+/]{8,96}={0,2}$/;
const FIELDS = 'algorithm,chain,hash,keyId,seq,signature,signedAt,v';

/** A head that is ready to be signed. */
export function unsignedHead(head: ChainHead, signedAt: string, keyId: string): UnsignedHead {
  const { chain, seq, hash } = head;
  return { v: HEAD_VERSION, chain, seq, hash, signedAt, keyId, algorithm: 'ECDSA_SHA_256' };
}

/** The bytes that are signed: the RFC 8785 JSON of the head without its signature. KMS: `MessageType: 'RAW'`. */
export function signingInput({ v, chain, seq, hash, signedAt, keyId, algorithm }: UnsignedHead): Buffer {
  return Buffer.from(canonicalJson({ v, chain, seq, hash, signedAt, keyId, algorithm }));
}

/** The head with what KMS answered. */
export function withSignature(head: UnsignedHead, signature: Uint8Array): SignedHead {
  return { ...head, signature: Buffer.from(signature).toString('base64') };
}

/** Whether the holder of the private key signed this head; needs no network. */
export function isSignedBy(head: SignedHead, publicKey: KeyObject): boolean {
  return verify('sha256', signingInput(head), publicKey, Buffer.from(head.signature, 'base64'));
}

/** The value as a signed head; undefined where it is none. Its signature is not verified yet. */
export function readSignedHead(value: unknown): SignedHead | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== FIELDS)
    return undefined;
  const { v, chain, seq, hash, signedAt, keyId, algorithm, signature } = value as Readonly<
    Record<string, unknown>
  >;
  if (v !== HEAD_VERSION || algorithm !== 'ECDSA_SHA_256') return undefined;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return undefined;
  if (typeof signedAt !== 'string' || !isInstant(signedAt)) return undefined;
  if (!matches(chain, CHAIN_ID) || !matches(hash, DIGEST) || !matches(keyId, KEY_ID)) return undefined;
  if (!matches(signature, SIGNATURE)) return undefined;
  return { v, chain, seq, hash, signedAt, keyId, algorithm, signature };
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
