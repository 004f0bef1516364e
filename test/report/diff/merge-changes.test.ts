import { mergeChanges } from '../../../lib/report/diff/merge-changes';
import type { EnvironmentDiff, SafeguardChange } from '../../../lib/report/diff/safeguard-change';
import { PASSED } from '../verdicts';

const LOST: SafeguardChange = {
  citation: '164.312(b)',
  title: 'Audit controls',
  profile: 'current',
  direction: 'lost',
  before: 'enforced',
  after: 'gap',
  reasons: ['a trail is missing (T)'],
};

function environment(name: string, ...changes: readonly SafeguardChange[]): EnvironmentDiff {
  const { verdict, counts } = PASSED;
  return {
    environment: name,
    verdict: { before: verdict, after: verdict },
    counts: { before: counts, after: counts },
    changes,
    opened: [],
    closed: [],
    unexplained: [],
  };
}

function merged(...environments: readonly EnvironmentDiff[]) {
  return mergeChanges(environments, 'current').map(({ citation, direction, environments: names }) => [
    citation,
    direction,
    names,
  ]);
}

describe('mergeChanges', () => {
  it('says once what happened in several environments', () => {
    expect(merged(environment('a', LOST), environment('b', LOST))).toEqual([
      ['164.312(b)', 'lost', ['a', 'b']],
    ]);
  });

  it.each([
    ['reasons', { reasons: [] }],
    ['steps', { before: 'attested' as const }],
    ['ends', { after: 'partial' as const }],
  ])('keeps apart what differs in its %s', (_, difference) => {
    expect(merged(environment('a', LOST), environment('b', { ...LOST, ...difference }))).toHaveLength(2);
  });

  it('puts losses of every environment before what was won, and follows the rule book within them', () => {
    const won = { ...LOST, direction: 'won' as const, citation: '164.308(a)(2)' };
    const other = { ...LOST, citation: '164.310(b)' };
    expect(merged(environment('a', LOST, won), environment('b', other))).toEqual([
      ['164.310(b)', 'lost', ['b']],
      ['164.312(b)', 'lost', ['a']],
      ['164.308(a)(2)', 'won', ['a']],
    ]);
  });

  it('leaves the other profile out', () => {
    const proposed = { ...LOST, profile: 'nprm-2025' as const };
    expect(merged(environment('a', proposed))).toEqual([]);
    expect(mergeChanges([environment('a', proposed, LOST)], 'nprm-2025')).toHaveLength(1);
  });
});
