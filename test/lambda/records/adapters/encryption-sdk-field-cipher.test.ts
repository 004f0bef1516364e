import { randomBytes } from 'node:crypto';
import { KMS } from '@aws-sdk/client-kms';
import { EncryptionSdkFieldCipher } from '../../../../lambda/records/adapters/encryption-sdk-field-cipher';
import { kmsKeyring } from '../../../../lambda/records/adapters/kms-keyring';
import type { FieldContext } from '../../../../lambda/records/ports/field-cipher';
import { rawCipher } from '../database/raw-cipher';

const SSN = '078-05-1120';
const CONTEXT: FieldContext = {
  table: 'identifiers',
  column: 'ssn',
  patient: 'b1000000-0000-4000-8000-000000000001',
};
const cipher = rawCipher();

describe('EncryptionSdkFieldCipher', () => {
  it.each(['', SSN, '日本語 🩺', 'x'.repeat(100_000)])('gives back what it encrypted', async (plaintext) => {
    const ciphertext = await cipher.encrypt(plaintext, CONTEXT);
    expect(await cipher.decrypt(ciphertext, CONTEXT)).toBe(plaintext);
  });

  it('shows nothing of the value, and not the same twice', async () => {
    const [one, two] = await Promise.all([cipher.encrypt(SSN, CONTEXT), cipher.encrypt(SSN, CONTEXT)]);
    expect(Buffer.from(one).includes(SSN)).toBe(false);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  });

  it('uses AES-256-GCM with key commitment', async () => {
    const ciphertext = Buffer.from(await cipher.encrypt(SSN, CONTEXT));
    // Version 2 of the format, suite 0x0478: AES_256_GCM_HKDF_SHA512_COMMIT_KEY.
    expect(ciphertext.subarray(0, 3).toString('hex')).toBe('020478');
  });

  it.each([
    ['table', { ...CONTEXT, table: 'psychotherapy_notes' }],
    ['column', { ...CONTEXT, column: 'passport' }],
    ['patient', { ...CONTEXT, patient: 'b1000000-0000-4000-8000-000000000002' }],
  ])('refuses a ciphertext that was moved to another %s', async (_what, context) => {
    const ciphertext = await cipher.encrypt(SSN, CONTEXT);
    await expect(cipher.decrypt(ciphertext, context)).rejects.toThrow(
      'a field must be decrypted where it belongs',
    );
  });

  it('refuses a ciphertext of which any byte was changed or cut off', async () => {
    const ciphertext = Buffer.from(await cipher.encrypt(SSN, CONTEXT));
    const refused = (bytes: Buffer) =>
      cipher.decrypt(bytes, CONTEXT).then(
        () => false,
        ({ message }: Error) => message.startsWith('a field must be decrypted'),
      );
    for (let index = 0; index < ciphertext.length; index += 1) {
      const changed = Buffer.from(ciphertext);
      changed.writeUInt8((changed.readUInt8(index) + 1) % 256, index);
      expect([index, await refused(changed)]).toEqual([index, true]);
    }
    expect(await refused(ciphertext.subarray(0, -1))).toBe(true);
    expect(await refused(Buffer.alloc(0))).toBe(true);
  });

  it('refuses a ciphertext under another key', async () => {
    const ciphertext = await rawCipher().encrypt(SSN, CONTEXT);
    await expect(cipher.decrypt(ciphertext, CONTEXT)).rejects.toThrow(
      'a field must be decrypted with its key',
    );
  });
});

describe('kmsKeyring', () => {
  const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

  const sorted = (context: object = {}) => JSON.stringify(Object.entries(context).sort());

  /** Stands for KMS: wraps by remembering, and takes the wrapped key back only with the same context. */
  function fakeKms() {
    const calls: unknown[] = [];
    const wrapped = new Map<string, { readonly key: Uint8Array; readonly context: string }>();
    const kms = new KMS({ region: 'us-east-1' });
    kms.generateDataKey = (async (input: { EncryptionContext?: object; NumberOfBytes?: number }) => {
      calls.push(input);
      const key = randomBytes(input.NumberOfBytes ?? 0);
      const blob = randomBytes(48);
      wrapped.set(blob.toString('hex'), { key, context: sorted(input.EncryptionContext) });
      return { Plaintext: Uint8Array.from(key), CiphertextBlob: blob, KeyId: KEY };
    }) as unknown as KMS['generateDataKey'];
    kms.decrypt = (async (input: {
      CiphertextBlob: Uint8Array;
      EncryptionContext?: object;
      KeyId?: string;
    }) => {
      calls.push(input);
      const found = wrapped.get(Buffer.from(input.CiphertextBlob).toString('hex'));
      if (found?.context !== sorted(input.EncryptionContext)) throw new Error('InvalidCiphertext');
      return { Plaintext: Uint8Array.from(found.key), KeyId: KEY };
    }) as unknown as KMS['decrypt'];
    return { kms, calls };
  }

  it('asks KMS for a data key of 256 bits, bound to exactly table, column and patient', async () => {
    const { kms, calls } = fakeKms();
    const ciphertext = await new EncryptionSdkFieldCipher(kmsKeyring(KEY, kms)).encrypt(SSN, CONTEXT);
    expect(calls).toEqual([
      expect.objectContaining({ KeyId: KEY, NumberOfBytes: 32, EncryptionContext: CONTEXT }),
    ]);
    expect(await new EncryptionSdkFieldCipher(kmsKeyring(KEY, kms)).decrypt(ciphertext, CONTEXT)).toBe(SSN);
    expect(calls.at(-1)).toMatchObject({ KeyId: KEY, EncryptionContext: CONTEXT });
  });

  it('keeps data keys for a while, so that a record is not a hundred calls', async () => {
    const { kms, calls } = fakeKms();
    const kept = new EncryptionSdkFieldCipher(kmsKeyring(KEY, kms));
    const ciphertext = await kept.encrypt(SSN, CONTEXT);
    for (let round = 0; round < 20; round += 1) await kept.decrypt(ciphertext, CONTEXT);
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('does not try a ciphertext under another key', async () => {
    const { kms } = fakeKms();
    const ciphertext = await new EncryptionSdkFieldCipher(kmsKeyring(KEY, kms)).encrypt(SSN, CONTEXT);
    const other = fakeKms();
    const reader = new EncryptionSdkFieldCipher(kmsKeyring(KEY.replace('1234abcd', '9999abcd'), other.kms));
    await expect(reader.decrypt(ciphertext, CONTEXT)).rejects.toThrow(
      'a field must be decrypted with its key',
    );
    expect(other.calls).toEqual([]);
  });

  it.each([
    'alias/data',
    '1234abcd-12ab-34cd-56ef-1234567890ab',
    'arn:aws:kms:us-east-1:111122223333:alias/data',
    '',
  ])("refuses '%s' for the ARN of a key", (keyArn) => {
    expect(() => kmsKeyring(keyArn)).toThrow("'keyArn' must be the ARN of a key");
  });
});
