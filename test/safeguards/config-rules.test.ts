import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ManagedRuleIdentifiers } from 'aws-cdk-lib/aws-config';
import { isCalendarDate } from '../../lib/checks/calendar-date';
import { listNagRules } from '../../lib/checks/nag-rules';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { isCitation, touches } from '../../lib/safeguards/citation';
import { CONFIG_RULES, CONFIG_RULES_SOURCE } from '../../lib/safeguards/config-rules';

const IN_PACK = CONFIG_RULES.filter(({ inAwsPack }) => inAwsPack);
const DROPPED = CONFIG_RULES.filter(({ inAwsPack }) => !inAwsPack);
const NAG = new Map(listNagRules('hipaa').map(({ id, citations }) => [id, citations]));

/** The Config rule that cdk-nag's own documentation links from each of its rules. */
function documentedNames(): ReadonlyMap<string, string> {
  const page = readFileSync(join(dirname(require.resolve('cdk-nag/package.json')), 'RULES.md'), 'utf8');
  const links = page.matchAll(/\[(HIPAA\.Security-\w+)\]\(\S*?\/([a-z0-9-]+)\.html/g);
  return new Map([...links].map(([, rule = '', name = '']) => [rule, name]));
}

describe('the AWS Config rules', () => {
  it("are the 130 of AWS's pack and the sixteen that it dropped", () => {
    expect(IN_PACK).toHaveLength(130);
    expect(DROPPED).toHaveLength(16);
    expect(new Set(CONFIG_RULES.map(({ name }) => name)).size).toBe(146);
    expect(new Set(CONFIG_RULES.map(({ identifier }) => identifier)).size).toBe(146);
  });

  it("have as dropped exactly those rules of cdk-nag's HIPAA pack that AWS's pack no longer has", () => {
    const still = new Set<string>(IN_PACK.flatMap(({ nagRule }) => nagRule ?? []));
    const dropped = [...NAG.keys()].filter((rule) => !still.has(rule));
    expect(DROPPED.map(({ nagRule }) => nagRule).sort()).toEqual(dropped.sort());
  });

  it('say where they were read and when they were last compared with it', () => {
    expect(CONFIG_RULES_SOURCE.pack).toMatch(/\/[0-9a-f]{40}\/.*HIPAA-Security\.yaml$/);
    expect(CONFIG_RULES_SOURCE.nag).toContain(`/v${nagVersion()}/`);
    expect(isCalendarDate(CONFIG_RULES_SOURCE.comparedOn)).toBe(true);
  });

  it('are written as AWS Config writes them', () => {
    for (const { name, identifier, scope = [] } of CONFIG_RULES) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(identifier).toMatch(/^[A-Z0-9]+(_[A-Z0-9]+)+$/);
      for (const type of scope) expect(type).toMatch(/^AWS::\w+::\w+$/);
    }
  });

  it('have identifiers that differ from their names only where AWS named them otherwise', () => {
    const odd = CONFIG_RULES.filter(({ name, identifier }) => identifier !== toIdentifier(name));
    expect(odd.map(({ identifier }) => identifier).sort()).toEqual([
      'AWS_CONFIG_PROCESS_CHECK',
      'CLOUD_TRAIL_ENABLED',
      'EC2_INSTANCE_MANAGED_BY_SSM',
      'INCOMING_SSH_DISABLED',
      'INSTANCES_IN_VPC',
      'MULTI_REGION_CLOUD_TRAIL_ENABLED',
      'RESTRICTED_INCOMING_TRAFFIC',
    ]);
  });

  it('have identifiers that the CDK knows, but for those that are newer than its list', () => {
    const known = new Set<unknown>(Object.values(ManagedRuleIdentifiers));
    const unknown = CONFIG_RULES.filter(({ identifier }) => !known.has(identifier));
    expect(unknown.map(({ identifier }) => identifier).sort()).toEqual(NOT_IN_THE_CDK);
  });

  it('cite paragraphs, the primary one among them, that have a row', () => {
    for (const { primary, citations } of CONFIG_RULES) {
      expect(citations).toContain(primary);
      expect(new Set(citations).size).toBe(citations.length);
      for (const citation of citations) {
        expect(isCitation(citation)).toBe(true);
        expect(SAFEGUARDS.some((row) => row.profile === 'current' && touches(row.citation, citation))).toBe(
          true,
        );
      }
    }
  });

  it.each(CONFIG_RULES.filter(({ nagRule }) => nagRule !== undefined))(
    'cite with $name what the cdk-nag rule cites that asks the same',
    ({ name, nagRule = '', citations }) => {
      expect(NAG.has(nagRule)).toBe(true);
      expect(documentedNames().get(nagRule)).toBe(name);
      const nag = (NAG.get(nagRule) ?? []).map((cited) => (cited === '164.312(e)' ? '164.312(e)(1)' : cited));
      expect(citations).toEqual(expect.arrayContaining([...nag]));
    },
  );

  it('have parameters with the types that they mean', () => {
    const parametersOf = (name: string) => CONFIG_RULES.find((rule) => rule.name === name)?.parameters;
    expect(parametersOf('access-keys-rotated')).toEqual({ maxAccessKeyAge: 90 });
    expect(parametersOf('iam-password-policy')).toMatchObject({
      MinimumPasswordLength: 14,
      RequireSymbols: true,
    });
    expect(parametersOf('iam-inline-policy-blocked-kms-actions')).toEqual({
      blockedActionsPatterns: ['kms:*', 'kms:Decrypt', 'kms:ReEncrypt*'],
    });
    expect(parametersOf('internet-gateway-authorized-vpc-only')).toEqual({ AuthorizedVpcIds: [] });
    expect(parametersOf('cw-loggroup-retention-period-check')).toEqual({ MinRetentionTime: 2192 });
    expect(CONFIG_RULES.filter(({ parameters }) => parameters !== undefined)).toHaveLength(13);
  });
});

/** AWS Config has them and AWS's own pack names them; the CDK's list of identifiers is the one that is behind. */
const NOT_IN_THE_CDK: readonly string[] = [
  'AWS_CONFIG_PROCESS_CHECK',
  'ELASTICSEARCH_LOGS_TO_CLOUDWATCH',
  'NO_UNRESTRICTED_ROUTE_TO_IGW',
];

/** The cdk-nag that is installed: another version may cite otherwise, and has to be compared again. */
function nagVersion(): string {
  return JSON.parse(readFileSync(require.resolve('cdk-nag/package.json'), 'utf8')).version;
}

function toIdentifier(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}
