import { createHmac } from 'node:crypto';

/** Characters of a token: 80 bits, so that two names do not meet and none can be found again without the key. */
const TOKEN_LENGTH = 16;

/** Fewer bytes of key could be guessed. */
const SHORTEST_KEY = 32;

/** A name without what it says: the same name has the same token under the same key, and no token shows its name. */
export type Tokenize = (name: string) => string;

/**
 * Makes tokens of names with HMAC-SHA-256, of letters and digits that look like no number.
 * @throws Error when the key has fewer than 32 bytes
 */
export function createTokenize(key: Uint8Array): Tokenize {
  if (key.length < SHORTEST_KEY) {
    throw new Error(`'key' must have at least ${SHORTEST_KEY} bytes, got: ${key.length}`);
  }
  const ownKey = Uint8Array.from(key);
  return (name) =>
    `tok-${createHmac('sha256', ownKey)
      .update(name, 'utf8')
      .digest()
      .subarray(0, (TOKEN_LENGTH * 5) / 8)
      .reduce(spell, '')}`;
}

const LETTERS = 'abcdefghijklmnop';

/** Two letters for each byte: a token of letters alone is never taken for a number. */
function spell(token: string, byte: number): string {
  return token + LETTERS.charAt(byte >> 4) + LETTERS.charAt(byte & 15);
}
