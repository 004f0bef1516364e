import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { signingInput, unsignedHead, withSignature } from '../../../../lambda/shared/audit-chain/signed-head';
import type { HeadSigner } from '../../../../lambda/shared/head-signing/head-signer';

/** Signs as the key in KMS does, with a key of its own. */
export function headSigner(): {
  readonly signer: HeadSigner;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const signer: HeadSigner = {
    sign: async (head, signedAt) => {
      const unsigned = unsignedHead(head, signedAt, 'key-of-the-test');
      return withSignature(unsigned, sign('sha256', signingInput(unsigned), privateKey));
    },
  };
  return { signer, privateKey, publicKey };
}
