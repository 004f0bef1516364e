import { SAFEGUARDS } from '../safeguards/catalogue';
import type { Safeguard } from '../safeguards/safeguard';

const STANDARDS: readonly Safeguard[] = SAFEGUARDS.filter(
  ({ kind, profile }) => kind === 'standard' && profile === 'current',
);

/**
 * The standard that a paragraph is, or that it specifies.
 *
 * @throws Error when the catalogue has no such standard
 */
export function standardOf(citation: string): Pick<Safeguard, 'citation' | 'title'> {
  const standard = STANDARDS.find((row) => row.citation === citation) ?? standardOver(citation);
  if (standard === undefined) {
    throw new Error(`'citation' must be of a standard or one of its specifications, got: ${citation}`);
  }
  return { citation: standard.citation, title: standard.title };
}

/** A specification may have specifications of its own, and be cited without them. */
function standardOver(citation: string): Safeguard | undefined {
  return STANDARDS.find(({ restsOn = [] }) =>
    restsOn.some((specification) => specification === citation || specification.startsWith(`${citation}(`)),
  );
}
