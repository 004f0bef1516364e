import { type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { canonicalJson } from '../../shared/audit-chain/canonical-json';
import type { ChainHead } from '../../shared/audit-chain/record';
import { signingInput, unsignedHead, withSignature } from '../../shared/audit-chain/signed-head';
import type { Clock } from '../../shared/clock';
import type { DeliverLines } from './stream-audit-log';

export interface KmsHeadSealProps {
  readonly client: Pick<KMSClient, 'send'>;
  /** A key of KMS that only signs, ECC_NIST_P256. */
  readonly keyArn: string;
  /** Where signed heads go, apart from the records. */
  readonly deliver: DeliverLines;
  readonly clock: Clock;
}

/**
 * Signs heads with a key that never leaves KMS and hands them to their stream, a line each, as `hipaa audit verify --heads`
 * reads them.
 *
 * @see 45 CFR 164.312(c)(2)
 */
export function kmsHeadSeal({ client, keyArn, deliver, clock }: KmsHeadSealProps) {
  return async (head: ChainHead): Promise<void> => {
    const unsigned = unsignedHead(head, clock.now().toISOString(), keyArn);
    const { Signature } = await client.send(
      new SignCommand({
        KeyId: keyArn,
        Message: signingInput(unsigned),
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    if (Signature === undefined) throw new Error('KMS must answer with a signature');
    const [taken] = await deliver([`${canonicalJson({ ...withSignature(unsigned, Signature) })}\n`]);
    if (taken !== true) throw new Error('the stream must take the signed head');
  };
}
