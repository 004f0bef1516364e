/** PostgreSQL's own five characters for what went wrong; anything else could be a value. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** What the database refused, by its code alone: its message and detail repeat values, and so neither is kept. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';

  /** SQLSTATE; `null` where the database was not reached or did not say. */
  readonly code: string | null;

  constructor(code: string | null) {
    super(`the database answered ${code ?? 'nothing'}`);
    this.code = code;
  }
}

/**
 * The error without its text.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export function withoutText(thrown: unknown): DatabaseFailure {
  if (thrown instanceof DatabaseFailure) return thrown;
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
  return new DatabaseFailure(typeof code === 'string' && SQLSTATE.test(code) ? code : null);
}

/** SQLSTATE of a value that is there already. */
export const UNIQUE_VIOLATION = '23505';

/** SQLSTATE of a reference to what is not there. */
export const FOREIGN_KEY_VIOLATION = '23503';
