import { parse } from 'yaml';
import { type ConformancePack, conformancePacks } from '../../lib/conformance/conformance-packs';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../../lib/safeguards/config-rules/added-rules';
import type { ConfigRule } from '../../lib/safeguards/config-rules/config-rule';
import { EVERYTHING } from './facts';

interface PackRule {
  readonly Type: string;
  readonly Properties: {
    readonly ConfigRuleName: string;
    readonly Description: string;
    readonly InputParameters?: Readonly<Record<string, unknown>>;
    readonly Scope?: { readonly ComplianceResourceTypes: readonly string[] };
    readonly Source: { readonly Owner: string; readonly SourceIdentifier: string };
  };
}

const PACKS = conformancePacks(EVERYTHING);

function rulesIn(packs: readonly ConformancePack[]): readonly PackRule['Properties'][] {
  return packs.flatMap(({ body }) =>
    Object.values<PackRule>(parse(body).Resources).map(({ Type, Properties }) => {
      expect(Type).toBe('AWS::Config::ConfigRule');
      return Properties;
    }),
  );
}

function parametersOf(name: string, packs = PACKS): unknown {
  return rulesIn(packs).find(({ ConfigRuleName }) => ConfigRuleName === name)?.InputParameters;
}

/** So many rules of one pack. */
function rulesNamed(count: number, name = 'rule'): readonly ConfigRule[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${name}-${index}`,
    identifier: 'RULE',
    primary: '164.312(b)',
    citations: ['164.312(b)'],
    citationSource: 'ours',
    inAwsPack: false,
  }));
}

describe('the conformance packs', () => {
  it('are one for each standard that a rule is mostly about', () => {
    expect(PACKS.map(({ standard, slug, rules }) => [standard.citation, slug, rules.length])).toEqual([
      ['164.308(a)(1)(i)', '164-308-a-1-i', 7],
      ['164.308(a)(4)(i)', '164-308-a-4-i', 2],
      ['164.308(a)(5)(i)', '164-308-a-5-i', 5],
      ['164.308(a)(7)(i)', '164-308-a-7-i', 25],
      ['164.312(a)(1)', '164-312-a-1', 59],
      ['164.312(b)', '164-312-b', 25],
      ['164.312(c)(1)', '164-312-c-1', 4],
      ['164.312(d)', '164-312-d', 5],
      ['164.312(e)(1)', '164-312-e-1', 15],
    ]);
  });

  it('have every rule of the catalogue once, and those that are ours', () => {
    const names = rulesIn(PACKS).map(({ ConfigRuleName }) => ConfigRuleName);
    const wanted = [...CONFIG_RULES, ...ADDED_CONFIG_RULES].map(({ name }) => name);
    expect([...names].sort()).toEqual([...wanted].sort());
    expect(PACKS.flatMap(({ rules }) => rules).sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(147);
  });

  it("run managed rules only, under AWS's identifiers", () => {
    const identifiers = new Map(
      [...CONFIG_RULES, ...ADDED_CONFIG_RULES].map(({ name, identifier }) => [name, identifier]),
    );
    for (const { ConfigRuleName, Source } of rulesIn(PACKS)) {
      expect(Source).toEqual({ Owner: 'AWS', SourceIdentifier: identifiers.get(ConfigRuleName) });
    }
  });

  it('stay below what AWS Config takes: bytes, rules of a pack and of all, packs, texts', () => {
    expect(PACKS.flatMap(({ rules }) => rules).length).toBeLessThanOrEqual(150);
    expect(PACKS.length).toBeLessThanOrEqual(50);
    for (const { body, rules } of PACKS) {
      expect(Buffer.byteLength(body)).toBeLessThan(51_200);
      expect(rules.length).toBeLessThanOrEqual(130);
    }
    for (const { ConfigRuleName, Description } of rulesIn(PACKS)) {
      // AWS Config adds "-conformance-pack-" and an id to the name, and takes 128 characters in all.
      expect(ConfigRuleName.length).toBeLessThanOrEqual(100);
      expect(Description.length).toBeLessThanOrEqual(256);
    }
  });

  it.each([
    ['rules of a pack', rulesNamed(131), "'rules' of the pack for 164.312(b) must be at most 130, got: 131"],
    [
      'rules of all',
      [...CONFIG_RULES, ...rulesNamed(5)],
      "'rules' of all packs must be at most 150, got: 151",
    ],
    [
      'bytes',
      rulesNamed(130, 'x'.repeat(400)),
      /^'body' of the pack for 164.312\(b\) must be at most 51200 bytes/,
    ],
  ])('are refused here, before AWS does, with too many %s', (_what, rules, message) => {
    expect(() => conformancePacks(EVERYTHING, rules)).toThrow(message);
  });

  it('may be as large as AWS takes', () => {
    expect(conformancePacks(EVERYTHING, rulesNamed(130))).toHaveLength(1);
    expect(conformancePacks(EVERYTHING, [...CONFIG_RULES, ...rulesNamed(4)])).toHaveLength(9);
  });

  it('have the parts that AWS Config takes, and say in a comment what they are about', () => {
    for (const { body, standard } of conformancePacks({ ...EVERYTHING, hasInternetGateway: true })) {
      expect(['Parameters', 'Resources']).toEqual(expect.arrayContaining(Object.keys(parse(body))));
      expect(body.startsWith(`# 45 CFR ${standard.citation}: ${standard.title}\n`)).toBe(true);
    }
  });

  it('are the same text for the same environment', () => {
    expect(conformancePacks({ ...EVERYTHING })).toEqual(PACKS);
    expect(PACKS.map(({ rules }) => rules)).toEqual(PACKS.map(({ rules }) => [...rules].sort()));
  });

  it('keep the types of parameters: numbers, switches, and lists as one text', () => {
    expect(parametersOf('access-keys-rotated')).toEqual({ maxAccessKeyAge: 90 });
    expect(parametersOf('iam-password-policy')).toEqual({
      MaxPasswordAge: 90,
      MinimumPasswordLength: 14,
      PasswordReusePrevention: 24,
      RequireLowercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercaseCharacters: true,
    });
    expect(parametersOf('iam-inline-policy-blocked-kms-actions')).toEqual({
      blockedActionsPatterns: 'kms:*,kms:Decrypt,kms:ReEncrypt*',
    });
    expect(parametersOf('root-account-mfa-enabled')).toBeUndefined();
  });

  it('close the ports of databases, that of the environment among them, beside those of AWS', () => {
    expect(parametersOf('restricted-common-ports')).toEqual({
      blockedPort1: 20,
      blockedPort2: 21,
      blockedPort3: 3389,
      blockedPort4: 3306,
      blockedPort5: 4333,
    });
    const ports = parametersOf(
      'restricted-database-ports',
      conformancePacks({ ...EVERYTHING, databasePort: 6001 }),
    );
    expect(ports).toEqual({
      blockedPort1: 5432,
      blockedPort2: 1433,
      blockedPort3: 1521,
      blockedPort4: 6001,
      blockedPort5: 27017,
    });
  });

  it('ask of log groups the shortest retention that the environment promises', () => {
    const packs = conformancePacks({ ...EVERYTHING, shortestLogDays: 545 });
    expect(parametersOf('cw-loggroup-retention-period-check', packs)).toEqual({ MinRetentionTime: 545 });
  });

  it('let no VPC have an internet gateway but the one that needs it for NAT', () => {
    expect(parametersOf('internet-gateway-authorized-vpc-only')).toBeUndefined();
    expect(PACKS.some(({ takesAuthorizedVpcIds }) => takesAuthorizedVpcIds)).toBe(false);
    const packs = conformancePacks({ ...EVERYTHING, hasInternetGateway: true });
    expect(parametersOf('internet-gateway-authorized-vpc-only', packs)).toEqual({
      AuthorizedVpcIds: { Ref: 'AuthorizedVpcIds' },
    });
    const [taking, ...more] = packs.filter(({ takesAuthorizedVpcIds }) => takesAuthorizedVpcIds);
    expect(more).toEqual([]);
    expect(parse(taking?.body ?? '').Parameters).toEqual({ AuthorizedVpcIds: { Type: 'String' } });
  });
});
