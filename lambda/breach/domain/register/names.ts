import type { NameContext } from '../../../shared/envelope/name-reference';
import { createTokenize } from '../../../shared/envelope/token';

/**
 * How names become references in the register: keyed tokens, but for the names that were known at synth.
 * @throws Error when the key has fewer than 32 bytes
 */
export function createNames(key: Uint8Array, knownNames: Iterable<string>): NameContext {
  return { tokenize: createTokenize(key), knownNames: new Set(knownNames) };
}
