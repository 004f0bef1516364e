/** Where ids and secrets come from that nobody can guess. */
export interface Randomness {
  /** A random UUID. */
  uuid(): string;
  /** 256 random bits in base64url, 43 characters. */
  secret(): string;
}
