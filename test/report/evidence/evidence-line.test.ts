import { isAdverse, readEvidence } from '../../../lib/report/evidence/evidence-line';
import { CATALOGUE_VARIANTS } from '../safeguard-variants';

describe('readEvidence', () => {
  it.each([
    ['open: HIPAA.Security-X on sandbox/Data: odd', 'open', 'HIPAA.Security-X on sandbox/Data: odd'],
    ['missing: a trail (AWS::CloudTrail::Trail)', 'missing', 'a trail (AWS::CloudTrail::Trail)'],
    ['not applied: Baseline-X', 'not-applied', 'Baseline-X'],
    ['not built: the software judges events', 'not-built', 'the software judges events'],
    ['not shown by a template: the software judges', 'not-shown', 'the software judges'],
    ['no rule checks what is there', 'unchecked', 'no rule checks what is there'],
    ['rests on 164.312(b): gap', 'rests-on', '164.312(b): gap'],
    ['exception: R on P, owned by the O, until D', 'exception', 'R on P, owned by the O, until D'],
    ['beyond a template: training', 'beyond', 'training'],
    ['unattested (none filed): somebody is named', 'unattested', '(none filed): somebody is named'],
    ['attested by the officer on D, until E: x', 'attested', 'the officer on D, until E: x'],
    [
      'stated by the officer on D, until E, not to apply: x',
      'stated',
      'the officer on D, until E, not to apply: x',
    ],
    ['a trail: sandbox/Audit/Trail', 'part', 'a trail: sandbox/Audit/Trail'],
    ['rules applied: A, B', 'rules', 'A, B'],
    ['the software judges: test/x.test.ts', 'software', 'judges: test/x.test.ts'],
    ['watched by 1 of 2 AWS Config rules: a', 'watched', '1 of 2 AWS Config rules: a'],
    ['without the AWS Config rule a: It has none.', 'unwatched', 'a: It has none.'],
    ['scored by 1 of 2 AWS Config rules, in all', 'scored', '1 of 2 AWS Config rules, in all'],
    ["AWS's part: the data centers", 'aws', 'the data centers'],
    ['AuditTrail (lib/constructs/audit-trail.ts)', 'construct', 'AuditTrail (lib/constructs/audit-trail.ts)'],
    ['proved by test/x.test.ts', 'proof', 'test/x.test.ts'],
    ['not applicable: points to others', 'not-applicable', 'points to others'],
    ['something new: of a later version', 'other', 'something new: of a later version'],
    ['', 'other', ''],
  ])('reads %j as %s', (line, kind, text) => {
    expect(readEvidence(line)).toEqual({ kind, text });
  });

  it('knows every line that the catalogue can give', () => {
    const lines = CATALOGUE_VARIANTS.flatMap((safeguards) => safeguards.flatMap(({ evidence }) => evidence));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => readEvidence(line).kind === 'other')).toEqual([]);
  });

  it('meets every kind but the unknown in what the catalogue can give', () => {
    const kinds = new Set(
      CATALOGUE_VARIANTS.flatMap((safeguards) =>
        safeguards.flatMap(({ evidence }) => evidence.map((line) => readEvidence(line).kind)),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'attested',
      'aws',
      'beyond',
      'construct',
      'exception',
      'missing',
      'not-applicable',
      'not-applied',
      'not-built',
      'not-shown',
      'open',
      'part',
      'proof',
      'rests-on',
      'rules',
      'software',
      'stated',
      'unattested',
      'unchecked',
      'unwatched',
      'watched',
    ]);
  });

  it('has words against a safeguard for every status that does not hold', () => {
    const bare = CATALOGUE_VARIANTS.flat()
      .filter(({ status }) => status === 'gap' || status === 'partial' || status === 'unattested')
      .filter(
        ({ evidence }) =>
          !evidence
            .map((line) => readEvidence(line).kind)
            .some((kind) => isAdverse(kind) || kind === 'rests-on'),
      );
    expect(bare.map(({ citation, status }) => [citation, status])).toEqual([]);
  });
});
