/** A class name, or the code of an AWS or PostgreSQL error: short, and free of what somebody typed. */
const TYPE = /^[A-Za-z][A-Za-z0-9_.]{0,63}$/;

/**
 * The type of what was thrown, never its text. A name that is not shaped like one is `Error`.
 *
 * @see 45 CFR 164.502(b)
 */
export function errorType(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return 'NotAnError';
    return TYPE.test(thrown.name) ? thrown.name : 'Error';
  } catch {
    return 'Error';
  }
}
