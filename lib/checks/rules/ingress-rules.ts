import type { RuleSubject } from '../baseline-rule';
import type { JsonObject } from '../template';
import { plainObject } from '../template-values/intrinsic';
import { resourcesBehind } from '../template-values/references';
import { listOf, wholeNumber } from '../template-values/scalars';
import { variantsOf } from '../template-values/variants';
import { isWideRange } from './wide-range';

/** Ports from the first to the last. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

const ALL_PORTS: PortRange = { from: 0, to: 65_535 };

/** Protocols that know ports, by name and number; every other one but "all" is none of them. */
const WITH_PORTS = ['tcp', 'udp', '6', '17', 'sctp', '132'];

/** Attributes of these are addresses inside a network of ours, or one address. */
const OWN_ADDRESSES = ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::EIP', 'AWS::EC2::VPCCidrBlock'];

/** The rules of a security group that let traffic in, or the one that is a resource of its own. */
export function ingressRules(type: string, properties: JsonObject): readonly JsonObject[] {
  switch (type) {
    case 'AWS::EC2::SecurityGroup':
      return listOf(properties.SecurityGroupIngress).map((rule) => plainObject(rule) ?? { CidrIp: rule });
    case 'AWS::EC2::SecurityGroupIngress':
      return [properties];
    default:
      return [];
  }
}

/** The ports that a rule opens; undefined when its protocol has none. What the template does not decide is taken for all. */
export function openPorts({
  IpProtocol: protocol,
  FromPort: from,
  ToPort: to,
}: JsonObject): PortRange | undefined {
  const name = typeof protocol === 'object' ? '-1' : String(protocol ?? '-1').toLowerCase();
  if (name === '-1') return ALL_PORTS;
  if (!WITH_PORTS.includes(name)) return undefined;
  const [first, last] = [wholeNumber(from), wholeNumber(to ?? from)];
  return first === undefined || last === undefined || first < 0 || last < 0
    ? ALL_PORTS
    : { from: first, to: last };
}

/** The sources of a rule that stand for everybody, and those that nobody knows. Other security groups are neither. */
export function wideSources(rule: JsonObject, subject: RuleSubject): readonly unknown[] {
  const cidrs = [rule.CidrIp, rule.CidrIpv6, ...prefixListEntries(rule.SourcePrefixListId, subject)];
  return cidrs.filter((cidr) => {
    if (cidr === undefined) return false;
    return typeof cidr === 'string' ? isWideRange(cidr) : !isOwnAddress(cidr, subject);
  });
}

function prefixListEntries(list: unknown, { template, templates }: RuleSubject): readonly unknown[] {
  return resourcesBehind(list, template, templates)
    .filter(({ resource }) => resource.Type === 'AWS::EC2::PrefixList')
    .flatMap(({ resource, template: place }) => variantsOf(resource, place))
    .flatMap(({ Entries }) => listOf(Entries).map((entry) => plainObject(entry)?.Cidr ?? entry));
}

function isOwnAddress(value: unknown, { template, templates }: RuleSubject): boolean {
  const resources = resourcesBehind(value, template, templates);
  return resources.length > 0 && resources.every(({ resource }) => OWN_ADDRESSES.includes(resource.Type));
}
