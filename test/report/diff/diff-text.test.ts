import type { EnvironmentVerdict, SafeguardStatus } from '../../../lib/checks/verdict';
import { renderDiffText } from '../../../lib/report/diff/diff-text';
import { diffVerdicts } from '../../../lib/report/diff/diff-verdicts';
import { FAILED, PASSED, VIOLATION, verdictOf } from '../verdicts';

const PLAIN = { columns: null, color: false };

function row(
  citation: string,
  status: SafeguardStatus['status'],
  evidence: readonly string[] = [],
): SafeguardStatus {
  return { citation, title: `Title of ${citation}`, basis: 'law', profile: 'current', status, evidence };
}

function text(before: Partial<EnvironmentVerdict>, after: Partial<EnvironmentVerdict>): string {
  const old = { ...verdictOf({ ...PASSED, ...before }), asOf: '2026-10-01' };
  return renderDiffText(diffVerdicts(old, verdictOf({ ...PASSED, ...after })), PLAIN);
}

describe('renderDiffText', () => {
  it('leads with the numbers, then says each change with its reason', () => {
    const { rule, path } = VIOLATION;
    expect(
      text(
        {
          safeguards: [
            row('164.312(c)(1)', 'enforced'),
            row('164.308(a)(2)', 'unattested', ['unattested (none filed): somebody is named']),
          ],
        },
        {
          verdict: 'fail',
          counts: { ...PASSED.counts, violations: 1 },
          violations: [VIOLATION],
          safeguards: [
            row('164.312(c)(1)', 'gap', [`open: ${rule} on ${path}`]),
            row('164.308(a)(2)', 'attested'),
          ],
        },
      ),
    ).toBe(`Since 2026-10-01: safeguards 1 lost, 1 won.
  production: verdict PASS → FAIL, violations 0 → 1
  164.312(c)(1) Title of 164.312(c)(1): lost in production, enforced → gap, because HIPAA.Security-S3BucketVersioningEnabled fails on bucket sandbox/Data/Phi/Resource
  164.308(a)(2) Title of 164.308(a)(2): won in production, unattested → attested, because it is attested: somebody is named
`);
  });

  it('says that nothing changed, and nothing more', () => {
    expect(text({}, {})).toBe('Since 2026-10-01: no safeguard changed.\n');
  });

  it('says that nothing was compared, and what was judged only once', () => {
    const diff = diffVerdicts({ ...verdictOf(FAILED), asOf: '2026-10-01' }, verdictOf(PASSED));
    expect(renderDiffText(diff, PLAIN)).toBe(
      'Since 2026-10-01: no environment was judged both times. production was not judged then. sandbox was not judged now.\n',
    );
  });

  it('names a violation that touches no safeguard', () => {
    expect(text({}, { violations: [VIOLATION] })).toContain(
      '  opened: HIPAA.Security-S3BucketVersioningEnabled on sandbox/Data/Phi/Resource\n',
    );
  });

  it('names three reasons and counts the others', () => {
    const missing = ['a', 'b', 'c', 'd', 'e'].map((name) => `missing: ${name} (T)`);
    expect(
      text(
        { safeguards: [row('164.312(b)', 'enforced')] },
        { safeguards: [row('164.312(b)', 'gap', missing)] },
      ),
    ).toContain('because a is missing (T); b is missing (T); c is missing (T); and 2 other reasons\n');
  });

  it('keeps the proposal apart, and never counts it', () => {
    const proposed = (status: SafeguardStatus['status']) => [
      { ...row('164.312(b)', status), profile: 'nprm-2025' as const },
    ];
    expect(text({ safeguards: proposed('enforced') }, { safeguards: proposed('gap') })).toBe(
      `Since 2026-10-01: no safeguard changed.
  Of the proposal of 2025, which is not law and is never scored:
  164.312(b) Title of 164.312(b): lost in production, enforced → gap
`,
    );
  });

  it.each([
    ['new in the catalogue in production, gap', [], [row('164.312(b)', 'gap')]],
    ['no longer in the catalogue in production, was gap', [row('164.312(b)', 'gap')], []],
    [
      'weakened in production, still gap, because a is missing (T)',
      [row('164.312(b)', 'gap')],
      [row('164.312(b)', 'gap', ['missing: a (T)'])],
    ],
  ])('writes %s', (words, before, after) => {
    expect(text({ safeguards: before }, { safeguards: after })).toContain(`164.312(b): ${words}\n`);
  });

  it('lets no name of a template or of the old report steer the terminal', () => {
    const hostile = 'x\u001b[2Jy\u202e';
    const found = text(
      { environment: hostile, safeguards: [{ ...row('164.312(b)', 'enforced'), title: hostile }] },
      {
        environment: hostile,
        violations: [{ ...VIOLATION, path: hostile }],
        safeguards: [{ ...row('164.312(b)', 'gap', [`missing: ${hostile} (T)`]), title: hostile }],
      },
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
    expect(found).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
