import { createHash } from 'node:crypto';

/** Texts that a connection keeps the plans of; the service has a few dozen. */
const MOST_NAMES = 200;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared, so that it is planned once; undefined for a text beyond the first
 * few hundred, of which no connection could keep them all.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
