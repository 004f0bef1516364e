import { hash } from 'node:crypto';

/** Hexadecimal digits of a token: enough to tell the names of one account apart. */
const TOKEN_DIGITS = 16;

/**
 * A stable stand-in for a name: the same name gives the same token, and the name cannot be read off it.
 * It has no key, so a name that can be guessed can be confirmed: what leaves the boundary is tokenized again with one.
 *
 * @see 45 CFR 164.312(e)(1)
 */
export function tokenOf(text: string): string {
  return `token:${sha256(text).slice(0, TOKEN_DIGITS)}`;
}

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
