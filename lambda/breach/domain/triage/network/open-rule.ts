import { at, firstAt } from '../event/json';
import { showValue } from '../event/show';
import { listOf, numberOf, textOf, textsIn } from '../event/values';
import { incident, type Judgement, review } from '../judgement';
import { isEveryone } from './cidr';
import { guardedPortIn } from './ports';

/** One rule that lets traffic in. Ports are undefined where the protocol has none or all are meant. */
export interface OpenRule {
  readonly protocol: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly sources: readonly string[];
}

/** The names of fields that hold address ranges, as they differ between calls. */
const SOURCE_FIELDS = [
  'ipRanges',
  'ipv6Ranges',
  'cidrIp',
  'cidrIpv4',
  'cidrIpv6',
  'cidrIPv6',
  'cidrBlock',
  'ipv6CidrBlock',
  'cidrs',
  'ipv6Cidrs',
];

const ALL_PROTOCOLS = new Set(['-1', 'all', 'any']);
const WITH_PORTS = new Set(['tcp', 'udp', '6', '17']);

/** The rule that an entry of a security group, of a network ACL or of a firewall states. */
export function openRuleOf(entry: unknown): OpenRule {
  const range = at(entry, 'portRange');
  return {
    protocol: (
      textOf(firstAt(entry, ['ipProtocol', 'protocol', 'aclProtocol'])) ??
      String(numberOf(at(entry, 'ipProtocol')) ?? '')
    ).toLowerCase(),
    from: numberOf(firstAt(entry, ['fromPort'])) ?? numberOf(at(range, 'from')),
    to: numberOf(firstAt(entry, ['toPort'])) ?? numberOf(at(range, 'to')),
    sources: SOURCE_FIELDS.flatMap((name) => cidrsOf(at(entry, name))),
  };
}

/** Names what the rule opens to everyone: a guarded port is an incident, another one is looked at. */
export function judgeOpenRule(rule: OpenRule, field: string, own: readonly number[]): Judgement {
  const source = rule.sources.find(isEveryone);
  if (source === undefined) {
    return review(`${field} opens nothing to everyone`);
  }
  const shown = `${field} admits ${showValue(source)}`;
  if (ALL_PROTOCOLS.has(rule.protocol)) {
    return incident(`${shown} with every protocol`, 'critical');
  }
  if (rule.protocol !== '' && !WITH_PORTS.has(rule.protocol)) {
    return review(`${shown} with a protocol that has no ports`);
  }
  if (rule.from === undefined && rule.to === undefined) {
    return rule.protocol === ''
      ? review(`${shown}, ports absent`)
      : incident(`${shown} to every port`, 'critical');
  }
  const from = rule.from === -1 ? 0 : (rule.from ?? rule.to ?? 0);
  const to = rule.to === -1 ? 65535 : (rule.to ?? from);
  const port = guardedPortIn(Math.min(from, to), Math.max(from, to), own);
  return port === undefined
    ? review(`${shown} to ports ${from}-${to}, none of them administrative or of a database`)
    : incident(`${shown} to ports ${from}-${to}, among them ${port.name} (${port.class})`);
}

function cidrsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((entry) =>
    typeof entry === 'string'
      ? [entry]
      : textsIn(firstAt(entry, ['cidrIp', 'cidrIpv6', 'cidr', 'cidrIpv4']) ?? []),
  );
}
