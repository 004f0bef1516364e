import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject, Template } from '../template';
import { got } from '../template-values/got';
import { resourcesOfType } from '../template-values/resources-of-type';
import { wholeNumber } from '../template-values/scalars';
import { judgeVariants, variantsOf } from '../template-values/variants';
import { GUARDED_PORTS } from './guarded-ports';
import { ingressRules, openPorts, type PortRange, wideSources } from './ingress-rules';

/** The most ports that a message names. */
const MOST_NAMED = 3;

const DATABASES = [
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::DocDB::DBCluster',
  'AWS::Neptune::DBCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::Redshift::Cluster',
];

/**
 * Nobody outside reaches a port of administration or of a database, those that the environment's own databases use
 * included, whichever way the range is written. cdk-nag knows five ports and the prefix 0.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(e)(1)
 */
export const securityGroupPorts: BaselineRule = {
  id: 'Baseline-SecurityGroupPorts',
  severity: 'error',
  info: 'No security group opens a port of administration or of a database to everybody.',
  explanation: 'Such ports are tried by scanners all day; one weak password or one flaw is enough.',
  fix: 'Name the security group that may come in (SourceSecurityGroupId), or a narrow range; reach machines through Session Manager.',
  citations: ['164.312(a)(1)', '164.312(e)(1)'],
  basis: 'practice',
  evaluate: (subject) => {
    const { resource, template } = subject;
    return judgeVariants(resource, template, (properties) =>
      ingressRules(resource.Type, properties).flatMap((rule) => judge(rule, subject)),
    );
  },
};

function judge(rule: JsonObject, subject: RuleSubject): readonly string[] {
  const range = openPorts(rule);
  if (range === undefined) return [];
  const sources = wideSources(rule, subject);
  if (sources.length === 0) return [];
  const ports = guardedPortsIn(range, subject.templates);
  return ports === ''
    ? []
    : sources.map((source) => `${ports} must not be open to everybody, ${got(source)}`);
}

function guardedPortsIn(range: PortRange, templates: readonly Template[]): string {
  if (range.from === 0 && range.to === 65_535) return 'All ports';
  const guarded = [...GUARDED_PORTS, ...templates.flatMap(databasePorts)];
  const open = new Map(guarded.filter(([port]) => port >= range.from && port <= range.to));
  const names = [...open].map(([port, name]) => `${port} (${name})`);
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `Port ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}

const KNOWN_PORTS = new WeakMap<Template, readonly (readonly [number, string])[]>();

/** The ports of a template's own databases; read once for each template. */
function databasePorts(template: Template): readonly (readonly [number, string])[] {
  const known = KNOWN_PORTS.get(template);
  if (known !== undefined) return known;
  const ports = DATABASES.flatMap((type) => resourcesOfType(template, type))
    .flatMap(({ resource }) => variantsOf(resource, template))
    .flatMap(({ Port }) => wholeNumber(Port) ?? [])
    .map((port) => [port, "the environment's database"] as const);
  KNOWN_PORTS.set(template, ports);
  return ports;
}
