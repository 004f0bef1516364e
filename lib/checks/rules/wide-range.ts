import { parseCIDR } from 'ipaddr.js';

/** Ranges whose addresses nobody reaches from the Internet, and the prefix of each. */
const INSIDE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
].map((range) => parseCIDR(range));

/** The widest public range that one organisation may well call its own, by prefix. Practice. */
const NARROWEST_PREFIX = { ipv4: 16, ipv6: 32 } as const;

/**
 * Whether a range of addresses is so wide, outside the private ones, that it stands for everybody: `0.0.0.0/0`, `::/0`, but also
 * `0.0.0.0/1`, which is half of them. What is no range at all counts as wide.
 */
export function isWideRange(cidr: string): boolean {
  const [address, prefix] = parse(cidr) ?? [];
  if (address === undefined || prefix === undefined) return true;
  const isInside = INSIDE.some(
    ([network, length]) =>
      network.kind() === address.kind() && prefix >= length && address.match(network, length),
  );
  return !isInside && prefix < NARROWEST_PREFIX[address.kind()];
}

function parse(cidr: string): ReturnType<typeof parseCIDR> | undefined {
  try {
    return parseCIDR(cidr.trim());
  } catch {
    return undefined;
  }
}
