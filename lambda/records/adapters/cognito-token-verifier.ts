import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { JwtBaseError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import * as z from 'zod';
import type { SigningKeys } from '../ports/signing-keys';
import type { TokenVerifier, VerifiedIdentity } from '../ports/token-verifier';

const CLAIMS = z.object({
  sub: z.string().min(1).max(256),
  auth_time: z.number().int().positive(),
  nonce: z.string().max(256).optional(),
  amr: z.array(z.string()).optional(),
  'cognito:groups': z.array(z.string()).default([]),
  'cognito:username': z.string(),
  'custom:kind': z.string().optional(),
});

/** Names of logins that nobody is: whoever needs one of these is not a person at a screen. */
const NOT_A_PERSON =
  /^(?:svc|service|shared|system|robot|bot|api|machine|test|generic|kiosk)(?:[-_.@+]|\d|$)/i;

export interface CognitoTokenVerifierProps {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly keys: SigningKeys;
}

/**
 * Judges ID tokens of one user pool and one client with the keys that it is given; it never asks the network.
 *
 * @see 45 CFR 164.312(a)(2)(i), 164.312(d)
 */
export class CognitoTokenVerifier implements TokenVerifier {
  readonly #keys: SigningKeys;
  readonly #verify: (idToken: string, jwks: Jwks) => unknown;

  constructor({ userPoolId, clientId, keys }: CognitoTokenVerifierProps) {
    this.#keys = keys;
    this.#verify = (idToken, jwks) => {
      // A new one each time: a key that was withdrawn is not remembered.
      const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'id', graceSeconds: 0 });
      verifier.cacheJwks(jwks);
      return verifier.verifySync(idToken);
    };
  }

  async verify(idToken: string): Promise<VerifiedIdentity | undefined> {
    const { keys } = await this.#keys.current();
    let payload: unknown;
    try {
      payload = this.#verify(idToken, { keys } as Jwks);
    } catch (error) {
      if (error instanceof JwtBaseError) return undefined;
      throw new Error('the token must be one that can be judged');
    }
    const claims = CLAIMS.safeParse(payload).data;
    return claims && identityOf(claims);
  }
}

function identityOf(claims: z.infer<typeof CLAIMS>): VerifiedIdentity {
  return {
    subject: claims.sub,
    authenticatedAt: new Date(claims.auth_time * 1_000),
    nonce: claims.nonce ?? null,
    methods: claims.amr ?? null,
    groups: claims['cognito:groups'],
    person:
      (claims['custom:kind'] ?? 'person') === 'person' && !NOT_A_PERSON.test(claims['cognito:username']),
  };
}
