import type { ChainHead } from '../audit-chain/record';
import type { SignedHead } from '../audit-chain/signed-head';

/** Signs how far a chain has got, with a key that never leaves its place. @see 45 CFR 164.312(c)(2) */
export interface HeadSigner {
  readonly sign: (head: ChainHead, signedAt: string) => Promise<SignedHead>;
}
