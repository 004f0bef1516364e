import { LIMIT } from '../../lib/report/limit';
import { renderBrief, renderText } from '../../lib/report/text';
import { FAILED, PASSED, VIOLATION, verdictOf } from './verdicts';

const PLAIN = { columns: null, color: false };

describe('renderText', () => {
  it('groups by stack and resource, and says what to do before what is wrong', () => {
    expect(
      renderText(verdictOf(FAILED, PASSED), ['Something expires.'], PLAIN),
    ).toBe(`sandbox: FAIL, 1 violation, 2 acknowledged; 225 rules on 1 resource (225 evaluations)

  sandbox/Data

    lib/constructs/phi-bucket.ts:42  sandbox/Data/Phi/Resource  AWS::S3::Bucket
      fix: Use versioning to preserve, retrieve, and restore every version of every object.
      why: The S3 Bucket does not have versioning enabled.
           HIPAA.Security-S3BucketVersioningEnabled, error, 164.308(a)(7)(i), 164.312(c)(1)

  Acknowledged
    2 × AwsSolutions-S1, security-officer, until 2027-11-01

production: PASS, 0 acknowledged; 225 rules on 2 resources (450 evaluations)

Notice: Something expires.

FAIL: 1 violation in sandbox as of 2026-11-21: fix what stands above and check again.
${LIMIT}
`);
  });

  it('counts the safeguards of the rules in force by status, those of a proposal not', () => {
    const safeguard = {
      citation: '164.312(b)',
      title: 'Audit controls',
      basis: 'law',
      evidence: [],
    } as const;
    const safeguards = [
      { ...safeguard, profile: 'current', status: 'partial' },
      { ...safeguard, profile: 'current', status: 'enforced' },
      { ...safeguard, profile: 'current', status: 'partial' },
      { ...safeguard, profile: 'nprm-2025', status: 'gap' },
    ] as const;
    expect(renderText(verdictOf({ ...PASSED, safeguards }), [], PLAIN)).toContain(
      '(450 evaluations)\n  Safeguards: 1 enforced, 2 partial\n',
    );
  });

  it('ends a verdict that holds with PASS and with what PASS does not mean', () => {
    const lines = renderText(verdictOf(PASSED), [], PLAIN).trimEnd().split('\n');
    expect(lines.slice(-2)).toEqual(['PASS: every check holds for production as of 2026-11-21.', LIMIT]);
  });

  it('says FAIL when there was nothing to judge', () => {
    expect(renderText({ ...verdictOf(), verdict: 'fail' }, [], PLAIN)).toContain(
      'FAIL: 0 violations in no environment',
    );
  });

  it('names a resource once, however many violations it has', () => {
    const text = renderText(
      verdictOf({ ...FAILED, violations: [VIOLATION, { ...VIOLATION, rule: 'Other' }] }),
      [],
      PLAIN,
    );
    expect(text.split('sandbox/Data/Phi/Resource')).toHaveLength(2);
    expect(text.split('fix: ')).toHaveLength(3);
  });

  it('wraps every line to the terminal, but for words that are longer', () => {
    const lines = renderText(verdictOf(FAILED, PASSED), [], { columns: 60, color: false }).split('\n');
    expect(lines.filter((line) => line.length > 60 && line.trim().includes(' '))).toEqual([]);
  });

  it('colours nothing unless it is told to', () => {
    const colored = renderText(verdictOf(FAILED, PASSED), [], { columns: 80, color: true });
    const plain = renderText(verdictOf(FAILED, PASSED), [], { columns: 80, color: false });
    expect(plain).not.toContain('\u001b');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    expect(colored.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(plain);
    expect(colored).toContain('\u001b[1;31mFAIL: ');
  });

  it('lets no name of a template steer the terminal', () => {
    const hostile = { ...VIOLATION, path: 'x\u001b[2Jy', message: 'm\u0007', stack: 's\u001b[0m' };
    expect(renderText(verdictOf({ ...FAILED, violations: [hostile] }), ['n\u001b'], PLAIN)).not.toMatch(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
      /[\u0000-\u0009\u000b-\u001f]/,
    );
  });
});

describe('renderBrief', () => {
  it('is a line for each environment and for each notice', () => {
    expect(renderBrief(verdictOf(PASSED), ['Something expires.'], PLAIN)).toBe(
      'production: PASS, 0 acknowledged; 225 rules on 2 resources (450 evaluations)\nNotice: Something expires.\n',
    );
  });
});
