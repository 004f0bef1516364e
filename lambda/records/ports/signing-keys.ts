/** The public keys of the identity provider, RFC 7517. */
export interface Jwks {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** Where those keys come from. */
export interface SigningKeys {
  /** @throws Error when there are none, or none younger than a day */
  current(): Promise<Jwks>;
}
