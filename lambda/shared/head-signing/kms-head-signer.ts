import { type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { ChainHead } from '../audit-chain/record';
import { type SignedHead, signingInput, unsignedHead, withSignature } from '../audit-chain/signed-head';
import type { HeadSigner } from './head-signer';

/** Signs with a key that never leaves KMS. @see 45 CFR 164.312(c)(2) */
export class KmsHeadSigner implements HeadSigner {
  readonly #client: Pick<KMSClient, 'send'>;
  readonly #keyArn: string;

  constructor(client: Pick<KMSClient, 'send'>, keyArn: string) {
    this.#client = client;
    this.#keyArn = keyArn;
  }

  async sign(head: ChainHead, signedAt: string): Promise<SignedHead> {
    const unsigned = unsignedHead(head, signedAt, this.#keyArn);
    const { Signature } = await this.#client.send(
      new SignCommand({
        KeyId: this.#keyArn,
        Message: signingInput(unsigned),
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    if (Signature === undefined) {
      throw new Error('KMS must answer with a signature, got: none');
    }
    return withSignature(unsigned, Signature);
  }
}
