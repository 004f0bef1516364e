import type { EnvironmentVerdict, SafeguardStatus, Violation } from '../../../lib/checks/verdict';
import { diffVerdicts } from '../../../lib/report/diff/diff-verdicts';
import { safeguardsOf } from '../safeguard-variants';
import { FAILED, PASSED, VIOLATION, verdictOf } from '../verdicts';

const ROW: SafeguardStatus = {
  citation: '164.312(e)(1)',
  title: 'Transmission security',
  basis: 'law',
  profile: 'current',
  status: 'enforced',
  evidence: ['a network of its own: production/Network/Vpc'],
};
const LISTENER: Violation = {
  ...VIOLATION,
  rule: 'HIPAA.Security-ELBv2ACMCertificateRequired',
  path: 'production/Records/Alb/Https',
  resourceType: 'AWS::ElasticLoadBalancingV2::Listener',
};
const OPEN = `open: ${LISTENER.rule} on ${LISTENER.path}`;
const EXCEPTION = `exception: ${LISTENER.rule} on ${LISTENER.path}, owned by the security-officer, until 2027-11-01`;

function environment(
  rows: readonly SafeguardStatus[],
  violations: readonly Violation[] = [],
): EnvironmentVerdict {
  return { ...PASSED, safeguards: rows, violations };
}

/** The changes from one row to another, with a violation of the listener open where its evidence says so. */
function changes(before: Partial<SafeguardStatus> | null, after: Partial<SafeguardStatus> | null) {
  const side = (row: Partial<SafeguardStatus> | null) =>
    verdictOf(
      environment(row === null ? [] : [{ ...ROW, ...row }], row?.evidence?.includes(OPEN) ? [LISTENER] : []),
    );
  return diffVerdicts(side(before), side(after)).environments.flatMap((each) => each.changes);
}

describe('diffVerdicts', () => {
  it('finds nothing between a verdict and itself', () => {
    const verdict = verdictOf({ ...FAILED, safeguards: safeguardsOf({ resources: [] }) }, PASSED);
    const [sandbox, production] = diffVerdicts(verdict, verdict).environments;
    expect(sandbox).toMatchObject({ changes: [], opened: [], closed: [], unexplained: [] });
    expect(production).toMatchObject({ changes: [], opened: [], closed: [], unexplained: [] });
  });

  it('says that a safeguard is lost, and on which resource by which rule', () => {
    expect(changes({}, { status: 'gap', evidence: [OPEN] })).toEqual([
      {
        citation: '164.312(e)(1)',
        title: 'Transmission security',
        profile: 'current',
        direction: 'lost',
        before: 'enforced',
        after: 'gap',
        reasons: [
          'HIPAA.Security-ELBv2ACMCertificateRequired fails on listener production/Records/Alb/Https',
        ],
      },
    ]);
  });

  it.each([
    [
      'won',
      'what no longer fails',
      { status: 'gap', evidence: [OPEN] },
      {},
      [`${LISTENER.rule} no longer fails on listener ${LISTENER.path}`],
    ],
    [
      'lost',
      'a part that is missing',
      {},
      { status: 'gap', evidence: ['missing: a trail (AWS::CloudTrail::Trail)'] },
      ['a trail is missing (AWS::CloudTrail::Trail)'],
    ],
    [
      'won',
      'a part that is there',
      { status: 'gap', evidence: ['missing: a trail (AWS::CloudTrail::Trail)'] },
      {},
      ['a trail is there now (AWS::CloudTrail::Trail)'],
    ],
    [
      'lost',
      'a rule that was not applied',
      {},
      { status: 'gap', evidence: ['not applied: Baseline-X'] },
      ['rules were not applied: Baseline-X'],
    ],
    [
      'lost',
      'an exception',
      {},
      { status: 'partial', evidence: [EXCEPTION] },
      [`an exception covers ${EXCEPTION.slice(11)}`],
    ],
    [
      'lost',
      'an attestation out of date',
      { status: 'attested' },
      { status: 'unattested', evidence: ['unattested (expired on 2026-11-01 (A-1)): somebody is named'] },
      ['no attestation is in force (expired on 2026-11-01 (A-1)): somebody is named'],
    ],
    [
      'won',
      'an attestation',
      { status: 'unattested', evidence: ['unattested (expired on 2026-11-01 (A-1)): somebody is named'] },
      { status: 'attested' },
      ['it is attested: somebody is named'],
    ],
    [
      'lost',
      'a row that it rests on',
      { evidence: ['rests on 164.312(b): enforced'] },
      { status: 'partial', evidence: ['rests on 164.312(b): gap'] },
      ['it rests on 164.312(b), enforced → gap'],
    ],
    [
      'won',
      'a row that it rests on',
      { status: 'partial', evidence: ['rests on 164.312(b): gap'] },
      { evidence: ['rests on 164.312(b): enforced'] },
      ['it rests on 164.312(b), gap → enforced'],
    ],
    [
      'weakened',
      'an exception within one status',
      { status: 'partial', evidence: [] },
      { status: 'partial', evidence: [EXCEPTION] },
      [`an exception covers ${EXCEPTION.slice(11)}`],
    ],
    [
      'strengthened',
      'one exception fewer',
      { status: 'partial', evidence: [EXCEPTION] },
      { status: 'partial', evidence: [] },
      [`no exception covers it any more: ${EXCEPTION.slice(11)}`],
    ],
    [
      'strengthened',
      'an exception in place of a violation, not a repair',
      { status: 'gap', evidence: [OPEN] },
      { status: 'partial', evidence: [EXCEPTION] },
      [`an exception covers ${EXCEPTION.slice(11)}`],
    ],
    [
      'changed',
      'no longer applicable',
      { status: 'gap', evidence: [OPEN] },
      { status: 'not-applicable', evidence: [] },
      [`${LISTENER.rule} no longer fails on listener ${LISTENER.path}`],
    ],
    ['weakened', 'words without evidence', { status: 'enforced' }, { status: 'attested' }, []],
  ] as const)('says %s and gives as the reason %s', (direction, _, before, after, reasons) => {
    expect(changes(before, after)).toMatchObject([{ direction, reasons }]);
  });

  it('finds no change in an exception that is renewed, or in an attestation that is still missing', () => {
    const of = (until: string, state: string) => ({
      status: 'partial' as const,
      evidence: [EXCEPTION.replace('2027-11-01', until), `unattested (${state}): somebody is named`],
    });
    expect(changes(of('2027-11-01', 'none filed'), of('2028-11-01', 'expired on 2026-11-01 (A-1)'))).toEqual(
      [],
    );
  });

  it('names rows that are new in the catalogue, and rows that are gone', () => {
    expect(changes(null, {})).toMatchObject([{ direction: 'added', before: null, after: 'enforced' }]);
    expect(changes({}, null)).toMatchObject([{ direction: 'removed', before: 'enforced', after: null }]);
  });

  it('takes a proposed paragraph for another one than the paragraph in force with its number', () => {
    expect(changes({ status: 'gap' }, { status: 'gap', profile: 'nprm-2025' })).toMatchObject([
      { profile: 'current', direction: 'removed' },
      { profile: 'nprm-2025', direction: 'added' },
    ]);
  });

  it('puts losses first', () => {
    const before = [ROW, { ...ROW, citation: '164.312(b)', status: 'gap' as const }];
    const after = [
      { ...ROW, status: 'gap' as const },
      { ...ROW, citation: '164.312(b)' },
    ];
    const [found] = diffVerdicts(
      verdictOf(environment(before.toReversed())),
      verdictOf(environment(after.toReversed())),
    ).environments;
    expect(found?.changes.map(({ citation, direction }) => [citation, direction])).toEqual([
      ['164.312(e)(1)', 'lost'],
      ['164.312(b)', 'won'],
    ]);
  });

  it('compares environments by name, and nothing that only one verdict judged', () => {
    const diff = diffVerdicts(verdictOf(FAILED), { ...verdictOf(PASSED), asOf: '2026-12-01' });
    expect(diff).toEqual({
      asOf: { before: '2026-11-21', after: '2026-12-01' },
      environments: [],
      added: ['production'],
      notJudged: ['sandbox'],
    });
  });

  it('shows a new violation that no safeguard names', () => {
    const explained = { ...ROW, status: 'gap' as const, evidence: [OPEN] };
    const [found] = diffVerdicts(
      verdictOf(environment([ROW], [VIOLATION])),
      verdictOf(environment([explained], [LISTENER, { ...LISTENER, rule: 'F3012' }])),
    ).environments;
    expect(found?.opened.map(({ rule }) => rule)).toEqual([LISTENER.rule, 'F3012']);
    expect(found?.unexplained.map(({ rule }) => rule)).toEqual(['F3012']);
    expect(found?.closed.map(({ rule }) => rule)).toEqual([VIOLATION.rule]);
  });

  it('tells the loss of a part of the real catalogue at every safeguard that stands on it', () => {
    const whole = { ...PASSED, safeguards: safeguardsOf() };
    const lacking = {
      ...PASSED,
      safeguards: safeguardsOf({ openViolations: [{ ...LISTENER, citations: ['164.312(e)(1)'] }] }),
      violations: [LISTENER],
    };
    const [found] = diffVerdicts(verdictOf(whole), verdictOf(lacking)).environments;
    const lost =
      found?.changes.filter(({ direction, profile }) => direction === 'lost' && profile === 'current') ?? [];
    expect(lost.map(({ citation }) => citation)).toContain('164.312(e)(1)');
    expect(lost.map(({ citation }) => citation)).toContain('164.312(a)(1)');
    expect(lost.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    expect(lost.find(({ citation }) => citation === '164.312(a)(1)')?.reasons.join()).toContain(
      'it rests on 164.312(a)(2)(iv), ',
    );
  });
});
