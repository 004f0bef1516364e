import type { BaselineRule } from '../../lib/checks/baseline-rule';
import { BASELINE_RULES } from '../../lib/checks/baseline-rules';
import { runBaselinePack } from '../../lib/checks/baseline-run';
import { MINIMUM_RULES } from '../../lib/checks/minimums';
import { packOfRule } from '../../lib/checks/rule-packs';
import { judgedStack } from './judged-stack';

describe('BASELINE_RULES', () => {
  it('has as many rules as a run must apply, each with an id of its own', () => {
    expect(BASELINE_RULES).toHaveLength(MINIMUM_RULES.baseline);
    expect(new Set(BASELINE_RULES.map(({ id }) => id)).size).toBe(BASELINE_RULES.length);
  });

  it.each(BASELINE_RULES.map((rule) => [rule.id, rule] as const))(
    '%s says what it rests on and what to do',
    (id, rule) => {
      expect(packOfRule(id)).toBe('baseline');
      expect(rule.citations).not.toEqual([]);
      for (const citation of rule.citations) expect(citation).toMatch(/^164\.\d{3}(\(\w+\))*$/);
      for (const text of [rule.info, rule.explanation, rule.fix]) expect(text).toMatch(/^[A-Z].*\.$/);
    },
  );
});

describe('runBaselinePack', () => {
  it('counts every rule on every resource', () => {
    const stack = judgedStack({ A: { Type: 'AWS::SNS::Topic' }, B: { Type: 'AWS::SNS::Topic' } });
    expect(runBaselinePack([stack]).evaluations.get(stack)).toBe(2 * BASELINE_RULES.length);
  });

  it('finds a key that can be deleted within a week', () => {
    const stack = judgedStack({ Key: { Type: 'AWS::KMS::Key', Properties: { PendingWindowInDays: 7 } } });
    const found = runBaselinePack([stack]).findings.filter(
      ({ rule }) => rule === 'Baseline-KeyDeletionWindow',
    );
    expect(found).toMatchObject([
      { pack: 'baseline', rule: 'Baseline-KeyDeletionWindow', severity: 'error', logicalId: 'Key', stack },
    ]);
  });

  it('shows a rule the templates of its own environment only', () => {
    const trail = {
      Trail: {
        Type: 'AWS::CloudTrail::Trail',
        Properties: { CloudWatchLogsLogGroupArn: { 'Fn::ImportValue': 'x' } },
      },
    };
    const seen: number[] = [];
    const rule: BaselineRule = {
      ...(BASELINE_RULES[0] as BaselineRule),
      evaluate: ({ templates }) => {
        seen.push(templates.length);
        return [];
      },
    };
    runBaselinePack(
      [judgedStack(trail, 'sandbox'), judgedStack(trail, 'sandbox'), judgedStack(trail, 'production')],
      [rule],
    );
    expect(seen).toEqual([2, 2, 1]);
  });

  it('reports a rule that threw, and says so', () => {
    const rule: BaselineRule = {
      ...(BASELINE_RULES[0] as BaselineRule),
      evaluate: () => {
        throw new Error('no such thing');
      },
    };
    const { findings } = runBaselinePack([judgedStack({ Topic: { Type: 'AWS::SNS::Topic' } })], [rule]);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('The rule threw, so that nothing is known of the resource: no such thing'),
    ]);
  });
});
