import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';

/** What is signed: another purpose would get another key. */
const PURPOSE = 'hipaa-baseline/patient-token/v1';

/**
 * The key that patients' tokens are made with, derived from an HMAC key that never leaves KMS: always the same, stored nowhere.
 *
 * @throws Error when KMS does not answer
 * @see 45 CFR 164.514(c)
 */
export async function kmsTokenKey(client: Pick<KMSClient, 'send'>, keyArn: string): Promise<Uint8Array> {
  const { Mac } = await client.send(
    new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(PURPOSE) }),
  );
  if (Mac === undefined) throw new Error('KMS must answer with a MAC');
  return Mac;
}
