/** Who signed in, by a token whose signature, issuer, audience, use and time hold. */
export interface VerifiedIdentity {
  /** What the identity provider calls the person. */
  readonly subject: string;
  /** When the person signed in. */
  readonly authenticatedAt: Date;
  readonly nonce: string | null;
  /** The ways in which the person proved who they are, where the provider tells: `mfa`, `otp`, …; null where it does not. */
  readonly methods: readonly string[] | null;
  /** The groups that the provider has for the person; a cross-check only. */
  readonly groups: readonly string[];
  /** Whether it is an account of one person; false for machines and shared logins. */
  readonly person: boolean;
}

/** The judgement on ID tokens, without a way out. */
export interface TokenVerifier {
  /** The identity, or undefined for a token that does not hold. @throws Error when it cannot be judged: no keys, or old ones */
  verify(idToken: string): Promise<VerifiedIdentity | undefined>;
}
