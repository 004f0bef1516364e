import type { RegisteredVendor } from './register';
import { UNCOVERED_CHANNELS, type UncoveredChannel } from './uncovered-channels';

/** Who receives what is sent to an endpoint. */
export interface Recipient {
  /** For people: `example.com`, `plain SMS`, `AWS`. */
  readonly name: string;
  /** The commonly uncovered channel that the endpoint belongs to; null when to none. */
  readonly channel: UncoveredChannel | null;
  /** The operator's vendor behind the endpoint; null when the register has none. */
  readonly vendor: RegisteredVendor | null;
}

/** Where something is sent, as a subscription has it. */
export interface Endpoint {
  /** As SNS names them: `email`, `https`, `sms`, `sqs` … */
  readonly protocol: string;
  /** The address; undefined when it is known only at deployment. */
  readonly address: string | undefined;
}

/** Protocols that stay within AWS; their addresses are ARNs. */
const WITHIN_AWS: ReadonlySet<string> = new Set(['sqs', 'lambda', 'firehose']);

/**
 * Who stands behind an endpoint, by protocol, mail domain or host; undefined when that cannot be told. A host on a cloud's own domain
 * belongs to whoever runs it, not to the cloud.
 */
export function recipientOf(
  endpoint: Endpoint,
  register: readonly RegisteredVendor[],
): Recipient | undefined {
  const { protocol, address } = endpoint;
  if (WITHIN_AWS.has(protocol)) {
    return { name: 'AWS', channel: null, vendor: register.find(({ vendor }) => vendor === 'aws') ?? null };
  }
  const channel = UNCOVERED_CHANNELS.find(({ protocols = [] }) => protocols.includes(protocol));
  if (channel !== undefined) return { name: channel.name, channel, vendor: null };
  const isMail = protocol.startsWith('email');
  const domain = isMail ? mailDomain(address) : hostOf(address);
  if (domain === undefined) return undefined;
  const covers = (domains: readonly string[] = []) => domains.some((parent) => isWithin(domain, parent));
  return {
    name: domain,
    channel:
      UNCOVERED_CHANNELS.find(({ mailDomains, hosts }) => covers(isMail ? mailDomains : hosts)) ?? null,
    vendor: register.find(({ mailDomains, hosts }) => covers(isMail ? mailDomains : hosts)) ?? null,
  };
}

/** Whether a domain is another one, or lies below it: `evil-gmail.com` is not within `gmail.com`. */
function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

function mailDomain(address: string | undefined): string | undefined {
  return normalize(/^[^\s@]+@([^\s@]+)$/.exec(address ?? '')?.[1]);
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? normalize(new URL(address).hostname) : undefined;
}

/** Undefined for what is no domain: a placeholder, an address in digits, a name without a dot. */
function normalize(domain: string | undefined): string | undefined {
  const lower = domain?.toLowerCase().replace(/\.$/, '');
  return lower !== undefined && /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(lower) ? lower : undefined;
}
