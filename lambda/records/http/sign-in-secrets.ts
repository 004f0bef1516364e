import { createHash, createHmac } from 'node:crypto';

/** What a sign-in sends to the identity provider, all made from the secret in one browser's cookie. */
export interface SignInSecrets {
  /** Comes back with the code. RFC 6749, 10.12. */
  readonly state: string;
  /** Comes back in the ID token. */
  readonly nonce: string;
  /** Proves to the provider who began. RFC 7636. */
  readonly verifier: string;
  readonly challenge: string;
}

/** Nothing of a sign-in has to be stored: neither here nor in the browser but for one cookie that its script cannot read. */
export function signInSecrets(secret: string): SignInSecrets {
  const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64url');
  const verifier = derive('verifier');
  return {
    state: derive('state'),
    nonce: derive('nonce'),
    verifier,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
  };
}
