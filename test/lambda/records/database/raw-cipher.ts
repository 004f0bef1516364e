import { randomBytes } from 'node:crypto';
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/client-node';
import { EncryptionSdkFieldCipher } from '../../../../lambda/records/adapters/encryption-sdk-field-cipher';

/** The cipher of the service with a key of this process in the place of one of KMS. */
export function rawCipher(): EncryptionSdkFieldCipher {
  return new EncryptionSdkFieldCipher(
    new RawAesKeyringNode({
      keyName: 'test',
      keyNamespace: 'records',
      unencryptedMasterKey: randomBytes(32),
      wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
    }),
  );
}
