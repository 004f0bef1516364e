import { type KeyringNode, KmsKeyringNode } from '@aws-crypto/client-node';
import { KMS } from '@aws-sdk/client-kms';

/** `arn:aws:kms:us-east-1:111122223333:key/…`: with an alias a ciphertext could not tell its key. */
const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]{1,30}):\d{12}:key\/[A-Za-z0-9-]{1,64}$/;

/**
 * Data keys under one key of KMS; a ciphertext under any other key is not even tried.
 *
 * @throws Error when the ARN is not one of a key
 */
export function kmsKeyring(keyArn: string, client?: KMS): KeyringNode {
  const region = KEY_ARN.exec(keyArn)?.[1];
  if (region === undefined) throw new Error("'keyArn' must be the ARN of a key");
  const kms = client ?? new KMS({ region });
  return new KmsKeyringNode({ generatorKeyId: keyArn, clientProvider: () => kms });
}
