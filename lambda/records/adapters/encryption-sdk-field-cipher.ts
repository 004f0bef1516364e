import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getLocalCryptographicMaterialsCache,
  type KeyringNode,
  NodeCachingMaterialsManager,
} from '@aws-crypto/client-node';
import type { FieldCipher, FieldContext } from '../ports/field-cipher';

/** Each message must commit to its key, and carries one data key, so that nobody makes this process unwrap many. */
const CLIENT = buildClient({
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  maxEncryptedDataKeys: 1,
});

/** AES-256-GCM with key commitment. Who wrote a field is in the audit log: a signature of each would prove less. */
const SUITE = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;

/** What may stay in memory: a data key is of one field of one patient, and of few values of it. */
const CACHE = { keys: 1_000, maxAgeMs: 5 * 60_000, maxMessages: 100 } as const;

/**
 * Encrypts single fields with the AWS Encryption SDK: a ciphertext is of one column of one patient and opens nowhere else.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(c)(1)
 */
export class EncryptionSdkFieldCipher implements FieldCipher {
  readonly #materials: NodeCachingMaterialsManager;

  /** @param keyring wraps the data keys: of KMS when deployed */
  constructor(keyring: KeyringNode) {
    this.#materials = new NodeCachingMaterialsManager({
      backingMaterials: keyring,
      cache: getLocalCryptographicMaterialsCache(CACHE.keys),
      maxAge: CACHE.maxAgeMs,
      maxMessagesEncrypted: CACHE.maxMessages,
    });
  }

  async encrypt(plaintext: string, context: FieldContext): Promise<Uint8Array> {
    const bytes = Buffer.from(plaintext, 'utf8');
    const { result } = await CLIENT.encrypt(this.#materials, bytes, {
      encryptionContext: { ...context },
      suiteId: SUITE,
      plaintextLength: bytes.length,
    });
    return result;
  }

  async decrypt(ciphertext: Uint8Array, context: FieldContext): Promise<string> {
    const { plaintext, messageHeader } = await CLIENT.decrypt(this.#materials, Buffer.from(ciphertext)).catch(
      () => {
        throw new Error('a field must be decrypted with its key');
      },
    );
    const { encryptionContext } = messageHeader;
    if (Object.entries(context).some(([name, value]) => encryptionContext[name] !== value)) {
      throw new Error('a field must be decrypted where it belongs');
    }
    return plaintext.toString('utf8');
  }
}
