import { randomBytes, randomUUID } from 'node:crypto';
import type { Randomness } from '../ports/randomness';

const SECRET_BYTES = 32;

/** What the operating system offers for keys. */
export const nodeRandomness: Randomness = {
  uuid: () => randomUUID(),
  secret: () => randomBytes(SECRET_BYTES).toString('base64url'),
};
