/** What a field is of; another one cannot take its ciphertext. */
export interface FieldContext {
  readonly table: string;
  readonly column: string;
  /** The patient's opaque id. */
  readonly patient: string;
}

/**
 * Encryption of single fields, bound to where they are.
 *
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export interface FieldCipher {
  encrypt(plaintext: string, context: FieldContext): Promise<Uint8Array>;
  /** @throws Error when the ciphertext was altered or is of another context */
  decrypt(ciphertext: Uint8Array, context: FieldContext): Promise<string>;
}
