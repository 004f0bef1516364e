import * as z from 'zod';

const KEY = z.object({
  kid: z.string().min(1).max(256),
  kty: z.literal('RSA'),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  n: z.string().regex(/^[A-Za-z0-9_-]{340,1400}$/),
  e: z.string().regex(/^[A-Za-z0-9_-]{1,12}$/),
});

/** What an identity provider of Cognito publishes; what else is in a key is left out. */
export const PUBLISHED_KEYS = z.object({ keys: z.array(KEY).min(1).max(4) });

/** What the relay stores: the keys, and when it fetched them. */
export const STORED_KEYS = PUBLISHED_KEYS.extend({ fetchedAt: z.iso.datetime() });
