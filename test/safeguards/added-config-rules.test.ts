import { ManagedRuleIdentifiers } from 'aws-cdk-lib/aws-config';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { touches } from '../../lib/safeguards/citation';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../../lib/safeguards/config-rules/added-rules';
import { OWN_CONFIG_RULES } from '../../lib/safeguards/config-rules/own-rules';

const CATALOGUED = new Set(CONFIG_RULES.map(({ name }) => name));

describe('the rules that are ours', () => {
  it('are called like none of the catalogue, and are marked as ours', () => {
    for (const { name, inAwsPack, citationSource } of ADDED_CONFIG_RULES) {
      expect(CATALOGUED.has(name)).toBe(false);
      expect({ inAwsPack, citationSource }).toEqual({ inAwsPack: false, citationSource: 'ours' });
    }
    for (const { name } of OWN_CONFIG_RULES) {
      expect(CATALOGUED.has(name)).toBe(false);
      expect(name).toMatch(/^hipaa-[a-z]+(-[a-z]+)+$/);
    }
  });

  it('run as rules that AWS has, with a value for every parameter, because AWS Config presets none', () => {
    const known = new Set<unknown>(Object.values(ManagedRuleIdentifiers));
    for (const { identifier } of ADDED_CONFIG_RULES) expect(known.has(identifier)).toBe(true);
    const [ports] = ADDED_CONFIG_RULES;
    expect(Object.keys(ports?.parameters ?? {})).toEqual(
      [1, 2, 3, 4, 5].map((number) => `blockedPort${number}`),
    );
    expect(Object.values(ports?.parameters ?? {})).toEqual(expect.arrayContaining([5432, 1433, 1521]));
  });

  it('cite paragraphs, the primary one among them, that have a row', () => {
    for (const { primary, citations } of [...ADDED_CONFIG_RULES, ...OWN_CONFIG_RULES]) {
      expect(citations).toContain(primary);
      for (const citation of citations) {
        expect(SAFEGUARDS.some((row) => row.profile === 'current' && touches(row.citation, citation))).toBe(
          true,
        );
      }
    }
  });
});
