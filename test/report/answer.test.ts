import { answerOf, standingOf } from '../../lib/report/answer';
import { safeguardsOf } from './safeguard-variants';
import { FAILED, PASSED, verdictOf } from './verdicts';

describe('answerOf', () => {
  it.each([
    ['Every check holds in production.', verdictOf(PASSED)],
    [
      'Every check holds in sandbox, production and other.',
      verdictOf({ ...PASSED, environment: 'sandbox' }, PASSED, { ...PASSED, environment: 'other' }),
    ],
    ['1 violation is open in sandbox.', verdictOf(FAILED, PASSED)],
    [
      '2 violations are open in sandbox and stacks without an environment.',
      verdictOf(FAILED, PASSED, { ...FAILED, environment: null }),
    ],
    ['Nothing was judged.', { ...verdictOf(), verdict: 'fail' as const }],
  ])('says %j', (answer, verdict) => {
    expect(answerOf(verdict)).toBe(answer);
  });
});

describe('standingOf', () => {
  it('counts the rules in force that apply, and never the proposal', () => {
    const [first] = safeguardsOf();
    if (first === undefined) throw new Error('the catalogue is empty');
    const statuses = [
      'enforced',
      'monitored',
      'attested',
      'partial',
      'unattested',
      'gap',
      'not-applicable',
    ] as const;
    const safeguards = [
      ...statuses.map((status) => ({ ...first, status })),
      { ...first, status: 'gap' as const, profile: 'nprm-2025' as const },
    ];
    expect(standingOf({ ...PASSED, safeguards })).toBe(
      'production: of 6 safeguards that apply, 3 are held, 1 in part; 1 waits for an attestation, 1 gap.',
    );
  });

  it('says so when no safeguard was judged', () => {
    expect(standingOf(PASSED)).toBe('production: no safeguard was judged.');
  });
});
