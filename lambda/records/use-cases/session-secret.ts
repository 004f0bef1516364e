import { createHash } from 'node:crypto';

/** What a secret looks like: 256 bits in base64url. */
export const SECRET_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** What the store keeps of a secret: whoever reads the store cannot open a session with it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
