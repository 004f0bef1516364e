import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';

/** What is signed: another purpose would get another key. */
const PURPOSE = 'hipaa-baseline/name-token/v1';

/**
 * The key that names of people and resources become tokens with, derived from an HMAC key that never leaves KMS: always the
 * same, stored nowhere.
 *
 * @throws Error when KMS does not answer
 * @see docs/decisions/0028-name-tokens.md
 */
export async function kmsNameKey(client: Pick<KMSClient, 'send'>, keyArn: string): Promise<Uint8Array> {
  const { Mac } = await client.send(
    new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(PURPOSE) }),
  );
  if (Mac === undefined) {
    throw new Error('KMS must answer with a MAC, got: none');
  }
  return Mac;
}
