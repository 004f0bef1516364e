import { BASELINE_RULES } from '../../lib/checks/baseline-rules';
import { listNagRules } from '../../lib/checks/nag-rules';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { touches } from '../../lib/safeguards/citation';
import { citationsOfRule, citedRules, rulesCiting } from '../../lib/safeguards/rule-citations';
import { AWS_SOLUTIONS_CITATIONS } from '../../lib/safeguards/rule-citations/aws-solutions';
import {
  CITATION_DIFFERENCES,
  type CitationDifference,
} from '../../lib/safeguards/rule-citations/citation-differences';
import { HIPAA_SECURITY_CITATIONS } from '../../lib/safeguards/rule-citations/hipaa-security';

const HIPAA = listNagRules('hipaa');
const AWS_SOLUTIONS = listNagRules('aws-solutions');
const CURRENT = SAFEGUARDS.filter(({ profile }) => profile === 'current');

/** What cdk-nag cites, read as our differences say. */
function readAsOurs(rule: string, citations: readonly string[]): readonly string[] {
  const read = new Set(citations);
  for (const difference of CITATION_DIFFERENCES.filter((each) => isAbout(each, rule))) {
    if (difference.nag !== null && !read.delete(difference.nag)) continue;
    if (difference.ours !== null) read.add(difference.ours);
  }
  return [...read].sort();
}

function isAbout({ rules }: CitationDifference, rule: string): boolean {
  return rules === 'all' || rules.includes(rule);
}

describe("cdk-nag's HIPAA Security pack", () => {
  it('has 90 rules, each of which we cite once', () => {
    const ours = HIPAA_SECURITY_CITATIONS.flatMap(({ rules }) => rules);
    expect(HIPAA).toHaveLength(90);
    expect([...ours].sort()).toEqual(HIPAA.map(({ id }) => id).sort());
  });

  it.each(HIPAA)('is cited as it cites itself, or the difference is explained: $id', ({ id, citations }) => {
    expect([...citationsOfRule(id)].sort()).toEqual(readAsOurs(id, citations));
  });

  it.each(CITATION_DIFFERENCES)('needs every explanation: $reason', (difference) => {
    expect(difference.reason).toMatch(/^[A-Z].{40,}\.$/);
    const concerned = HIPAA.filter(({ id }) => isAbout(difference, id));
    const ids = concerned.map(({ id }) => id);
    if (difference.rules !== 'all') expect(ids.sort()).toEqual([...difference.rules].sort());
    const { nag, ours } = difference;
    const differing = concerned.filter(({ citations }) =>
      nag === null ? !citations.includes(ours ?? '') : citations.includes(nag),
    );
    expect(differing.length).toBeGreaterThan(0);
    if (difference.rules !== 'all') expect(differing).toHaveLength(concerned.length);
  });
});

describe("cdk-nag's AWS Solutions pack", () => {
  it('has 131 rules, each of which we cite, or know to answer to no paragraph, once', () => {
    const ours = AWS_SOLUTIONS_CITATIONS.flatMap(({ rules }) => rules);
    expect(AWS_SOLUTIONS).toHaveLength(131);
    expect([...ours].sort()).toEqual(AWS_SOLUTIONS.map(({ id }) => id).sort());
  });
});

describe('rules and paragraphs', () => {
  it('cite paragraphs that have a row', () => {
    const rows = new Set<string>(CURRENT.map(({ citation }) => citation));
    const packs = [...HIPAA_SECURITY_CITATIONS, ...AWS_SOLUTIONS_CITATIONS];
    expect(packs.flatMap(({ citations }) => citations).filter((citation) => !rows.has(citation))).toEqual([]);
  });

  it.each(BASELINE_RULES)(
    'give our own $id to a row for each paragraph that it cites',
    ({ id, citations }) => {
      for (const citation of citations) {
        const concerned = CURRENT.filter((row) => touches(row.citation, citation));
        expect(concerned.length).toBeGreaterThan(0);
      }
      expect(citationsOfRule(id)).toEqual(citations);
    },
  );

  it('stand in the rows that they cite', () => {
    const encryption = CURRENT.find(({ citation }) => citation === '164.312(a)(2)(iv)');
    expect(encryption?.rules).toEqual(
      expect.arrayContaining(['HIPAA.Security-RDSStorageEncrypted', 'AwsSolutions-KMS5']),
    );
    expect(encryption?.rules).toEqual(rulesCiting('164.312(a)(2)(iv)'));
  });

  it('are found with and without a finding in brackets; an unknown rule cites nothing', () => {
    expect(citationsOfRule('AwsSolutions-IAM5[Resource::*]')).toEqual(citationsOfRule('AwsSolutions-IAM5'));
    expect(citationsOfRule('AwsSolutions-IAM5').length).toBeGreaterThan(0);
    expect(citationsOfRule('AwsSolutions-NoSuchRule')).toEqual([]);
    expect(citedRules()).toEqual(
      expect.arrayContaining([...HIPAA, ...AWS_SOLUTIONS, ...BASELINE_RULES].map(({ id }) => id)),
    );
  });
});
