import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformancePacks } from '../../lib/conformance/conformance-packs';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../../lib/safeguards/config-rules/added-rules';
import { OWN_CONFIG_RULES } from '../../lib/safeguards/config-rules/own-rules';
import { EVERYTHING } from './facts';

const PAGE = readFileSync(join(__dirname, '../../docs/config.md'), 'utf8');

describe('docs/config.md', () => {
  it('has every pack with the number of its rules', () => {
    const rows = [...PAGE.matchAll(/^\| (164\.\S+) (.+?) \| (\d+) \|$/gm)].map(
      ([, citation, title, rules]) => [citation, title, Number(rules)],
    );
    expect(rows).toEqual(
      conformancePacks(EVERYTHING).map(({ standard, rules }) => [
        standard.citation,
        standard.title,
        rules.length,
      ]),
    );
    expect(PAGE).toContain(`${CONFIG_RULES.length + ADDED_CONFIG_RULES.length} rules fit once`);
  });

  it('has every rule of ours', () => {
    const rows = [...PAGE.matchAll(/^\| `(hipaa-[a-z-]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(OWN_CONFIG_RULES.map(({ name }) => name));
  });

  it('shows an exclusion that the configuration takes', () => {
    const [, rule = ''] = /rule: '([a-z0-9-]+)'/.exec(PAGE) ?? [];
    expect(CONFIG_RULES.map(({ name }) => name)).toContain(rule);
  });
});
