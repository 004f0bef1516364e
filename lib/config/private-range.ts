/** The address ranges that RFC 1918 keeps off the Internet. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;

interface Block {
  readonly address: number;
  readonly prefix: number;
}

/** Whether the text is one whole network, /16 to /24, of a private range, written in its canonical form. */
export function isPrivateNetwork(cidr: string): boolean {
  const block = parseBlock(cidr);
  return (
    block !== undefined &&
    block.prefix >= 16 &&
    block.prefix <= 24 &&
    networkOf(block.address, block.prefix) === block.address &&
    PRIVATE_RANGES.some((range) => contains(range, block))
  );
}

/** Whether the text is one whole IPv4 network, this prefix to /32, in its canonical form. */
export function isIpv4Network(cidr: string, widest: number): boolean {
  const block = parseBlock(cidr);
  return (
    block !== undefined &&
    block.prefix >= widest &&
    block.prefix <= 32 &&
    networkOf(block.address, block.prefix) === block.address
  );
}

function contains(range: string, block: Block): boolean {
  const outer = parseBlock(range);
  return (
    outer !== undefined &&
    block.prefix >= outer.prefix &&
    networkOf(block.address, outer.prefix) === outer.address
  );
}

/** No leading zeros: '010.0.0.0' is octal to some readers and decimal to others. */
function parseBlock(cidr: string): Block | undefined {
  const octet = '(0|[1-9]\\d{0,2})';
  const match = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}/([1-9]\\d?)$`).exec(cidr);
  if (match === null) {
    return undefined;
  }
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  return Math.max(a, b, c, d) <= 255 ? { address: ((a * 256 + b) * 256 + c) * 256 + d, prefix } : undefined;
}

function networkOf(address: number, prefix: number): number {
  const size = 2 ** (32 - prefix);
  return Math.floor(address / size) * size;
}
