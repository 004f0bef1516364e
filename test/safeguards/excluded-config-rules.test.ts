import { safeguardsOf } from '../report/safeguard-variants';

const RULE = 's3-bucket-replication-enabled';
const REASON = 'The environment has no second region to replicate buckets to.';
const LINE = `without the AWS Config rule ${RULE}: ${REASON}`;
const EXCLUDED = { excludedConfigRules: new Map([[RULE, REASON]]) };

const told = (safeguards: ReturnType<typeof safeguardsOf>) =>
  safeguards.filter(({ evidence }) => evidence.includes(LINE)).map(({ citation }) => citation);

describe('a rule that an environment goes without', () => {
  it('stands with its reason under every paragraph that it answers to', () => {
    expect(told(safeguardsOf({ ...EXCLUDED, deployedConfigRules: new Set() }))).toEqual(
      expect.arrayContaining(['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)']),
    );
  });

  it('does not stand where the rule is deployed after all', () => {
    expect(told(safeguardsOf(EXCLUDED))).toEqual([]);
  });

  it('watches nothing, reason or not', () => {
    const without = safeguardsOf({ ...EXCLUDED, deployedConfigRules: new Set() });
    expect(without.flatMap(({ evidence }) => evidence).some((line) => line.startsWith('watched by'))).toBe(
      false,
    );
  });
});
