import {
  EXCLUDED_CONFIG_RULES_METADATA,
  readExcludedConfigRules,
} from '../../lib/checks/excluded-config-rules';
import { parseTemplate } from '../../lib/checks/template';

const RULE = 's3-bucket-replication-enabled';
const REASON = 'The environment has no second region.';

function excluded(value: unknown, Type = 'AWS::Config::ConformancePack'): readonly unknown[] {
  const Metadata = { [EXCLUDED_CONFIG_RULES_METADATA]: value };
  return [...readExcludedConfigRules([parseTemplate({ Resources: { Pack: { Type, Metadata } } })])];
}

describe('readExcludedConfigRules', () => {
  it('reads what stands beside a pack', () => {
    expect(excluded([{ rule: RULE, reason: REASON }])).toEqual([[RULE, REASON]]);
    const ours = 'restricted-database-ports';
    expect(excluded([{ rule: ours, reason: REASON }])).toEqual([[ours, REASON]]);
  });

  it.each([
    ['a rule that nobody knows', [{ rule: 'no-such-rule', reason: REASON }]],
    ['no reason', [{ rule: RULE }]],
    ['an empty reason', [{ rule: RULE, reason: '' }]],
    ['an endless reason', [{ rule: RULE, reason: 'x'.repeat(301) }]],
    ['a reason that is no text', [{ rule: RULE, reason: { Ref: 'Why' } }]],
    ['an entry that is no object', [RULE, null, 7]],
    ['something that is no list', { rule: RULE, reason: REASON }],
    ['nothing', undefined],
  ])('does not count %s', (_what, value) => {
    expect(excluded(value)).toEqual([]);
  });

  it('does not count what stands beside another resource', () => {
    expect(excluded([{ rule: RULE, reason: REASON }], 'AWS::SNS::Topic')).toEqual([]);
  });
});
