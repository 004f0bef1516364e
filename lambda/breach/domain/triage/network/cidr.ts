import { textsIn } from '../event/values';

/** Shorter prefixes hold public addresses beyond one organization's. Practice: Amazon S3 draws the line here. */
const NARROWEST_OPEN_IPV4 = 8;
const NARROWEST_OPEN_IPV6 = 32;

/**
 * Whether a CIDR holds everyone. The prefix decides: `0.0.0.0/1` and its other half open as much as `0.0.0.0/0`. An
 * address that no parser takes is no reason to look away.
 */
export function isEveryone(cidr: string): boolean {
  const text = cidr.trim().toLowerCase();
  if (text === '*') {
    return true;
  }
  const slash = text.lastIndexOf('/');
  const prefix = slash < 0 ? Number.NaN : Number.parseInt(text.slice(slash + 1), 10);
  if (Number.isNaN(prefix)) {
    return false;
  }
  if (text.includes(':')) {
    return prefix < NARROWEST_OPEN_IPV6 && (prefix === 0 || !/^f[cde]/.test(text));
  }
  return prefix < NARROWEST_OPEN_IPV4;
}

/** The first CIDR within the value that holds everyone. */
export function openCidrIn(value: unknown): string | undefined {
  return textsIn(value).find(
    (text) => /^[\d.]+\/\d{1,3}$|^[0-9a-f:.]+\/\d{1,3}$/i.test(text.trim()) && isEveryone(text),
  );
}
