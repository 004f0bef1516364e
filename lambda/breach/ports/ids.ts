/** Makes ids: each a UUID or 32 lower-case hexadecimal digits, never the same twice. */
export interface Ids {
  readonly next: () => string;
}
