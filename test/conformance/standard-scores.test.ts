import { type RuleCompliance, standardScores } from '../../lib/conformance/standard-scores';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';

const ALL_COMPLIANT = new Map<string, RuleCompliance>(CONFIG_RULES.map(({ name }) => [name, 'COMPLIANT']));
const scoreOf = (standard: string, compliance: ReadonlyMap<string, RuleCompliance>) =>
  standardScores(compliance).find((score) => score.standard === standard);

describe('the score of a standard', () => {
  it('counts a rule under every standard that it cites, whatever pack it is in', () => {
    const rule = CONFIG_RULES.find(({ name }) => name === 's3-bucket-ssl-requests-only');
    expect(rule?.primary).toBe('164.312(e)(1)');
    const compliance = new Map(ALL_COMPLIANT).set('s3-bucket-ssl-requests-only', 'NON_COMPLIANT');
    const failing = standardScores(compliance).filter(({ nonCompliant }) => nonCompliant > 0);
    expect(failing.map(({ standard }) => standard)).toEqual([
      '164.312(a)(1)',
      '164.312(c)(1)',
      '164.312(e)(1)',
    ]);
  });

  it('never counts a rule as compliant of which nothing is known', () => {
    const nothing = scoreOf('164.312(d)', new Map());
    expect(nothing).toMatchObject({ compliant: 0, nonCompliant: 0, percent: null });
    expect(nothing?.unknown).toBe(nothing?.rules);
    const silent = new Map<string, RuleCompliance>([
      ['iam-password-policy', 'COMPLIANT'],
      ['root-account-mfa-enabled', 'INSUFFICIENT_DATA'],
      ['iam-user-mfa-enabled', 'NOT_APPLICABLE'],
    ]);
    expect(scoreOf('164.312(d)', silent)).toMatchObject({ compliant: 1, nonCompliant: 0, percent: 100 });
  });

  it('is rounded down, so that only everything is all', () => {
    const compliance = new Map(ALL_COMPLIANT).set('cloudtrail-enabled', 'NON_COMPLIANT');
    const audit = scoreOf('164.312(b)', compliance);
    expect(audit?.nonCompliant).toBe(1);
    expect(audit?.percent).toBe(Math.floor(((audit?.compliant ?? 0) * 100) / ((audit?.compliant ?? 0) + 1)));
    expect(audit?.percent).toBeLessThan(100);
  });

  it('counts a rule once under a standard of which it cites several specifications', () => {
    const names = (standard: string) => scoreOf(standard, ALL_COMPLIANT)?.rules;
    // 30 rules cite (a)(7)(i), (ii)(A), (ii)(B) and (ii)(C) together.
    expect(names('164.308(a)(7)(i)')).toBeLessThan(60);
  });
});
