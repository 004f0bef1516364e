import type { NameContext } from '../../../shared/envelope/name-reference';
import { createTokenize } from '../../../shared/envelope/token';

/** How names become references: keyed tokens, but for the names that were known at synth. */
export interface Names extends NameContext {
  /** The key of the tokens, at least 32 bytes. */
  readonly key: Uint8Array;
}

/**
 * How names become references in the register and in alerts.
 * @throws Error when the key has fewer than 32 bytes
 */
export function createNames(key: Uint8Array, knownNames: Iterable<string>): Names {
  return { key, tokenize: createTokenize(key), knownNames: new Set(knownNames) };
}
