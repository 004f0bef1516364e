import { ELIGIBLE_SERVICES } from './eligibility';

/** How a fresh copy of AWS's list differs from ours. */
export interface ListComparison {
  /** On the fresh list and not on ours. */
  readonly added: readonly string[];
  /** On ours and not on the fresh list: may no longer hold PHI, or was renamed. */
  readonly removed: readonly string[];
  /** On both. */
  readonly unchanged: number;
}

/** Fewer names than this are no list, but a page that was saved wrongly. */
const FEWEST_NAMES = 100;

/**
 * Compares our list with a fresh copy of AWS's: one service a line, bullets, Markdown's line ends and remarks in square brackets ignored,
 * capital letters too.
 *
 * @throws when the copy is too short to be the list
 */
export function compareList(freshCopy: string): ListComparison {
  const fresh = new Map(
    freshCopy
      .split(/\r?\n/)
      .map(nameIn)
      .filter((name) => name !== '')
      .map((name) => [name.toLowerCase(), name]),
  );
  if (fresh.size < FEWEST_NAMES) {
    throw new Error(
      `'freshCopy' must name at least ${FEWEST_NAMES} services, one a line, got: ${fresh.size}`,
    );
  }
  const ours = new Map(ELIGIBLE_SERVICES.map(({ name }) => [name.toLowerCase(), name]));
  return {
    added: [...fresh].filter(([key]) => !ours.has(key)).map(([, name]) => name),
    removed: [...ours].filter(([key]) => !fresh.has(key)).map(([, name]) => name),
    unchanged: [...fresh].filter(([key]) => ours.has(key)).length,
  };
}

function nameIn(line: string): string {
  return line
    .replace(/^\s*[-*•]\s+/, '')
    .replace(/\[.*$/, '')
    .replace(/\\\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
