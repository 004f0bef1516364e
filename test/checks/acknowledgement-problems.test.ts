import { expiresSoon, problemsOf, readAcknowledgement } from '../../lib/checks/acknowledgement-problems';
import { HOLDS } from './acknowledgement-record';
import { AS_OF } from './tiny-app';

const CONTEXT = { asOf: AS_OF, knownRules: new Set([HOLDS.rule, 'AwsSolutions-IAM5']) };

function rulesFor(change: Partial<Record<keyof typeof HOLDS, string>>): readonly string[] {
  return problemsOf({ ...HOLDS, ...change } as typeof HOLDS, CONTEXT).map(({ rule }) => rule);
}

describe('problemsOf', () => {
  it('finds nothing against an exception that is complete, known and in date', () => {
    expect(problemsOf(HOLDS, CONTEXT)).toEqual([]);
  });

  it.each([
    [{ reason: '' }, 'Acknowledgements-Incomplete'],
    [{ reason: ' \n' }, 'Acknowledgements-Incomplete'],
    [{ owner: '' }, 'Acknowledgements-Incomplete'],
    [{ citation: '' }, 'Acknowledgements-Incomplete'],
    [{ citation: 'see above' }, 'Acknowledgements-Incomplete'],
    [{ kind: 'convenience' }, 'Acknowledgements-UnknownKind'],
    [{ kind: 'toString' }, 'Acknowledgements-UnknownKind'],
    [{ rule: '' }, 'Acknowledgements-UnknownRule'],
    [{ rule: 'HIPAA.Security-NoSuchRule' }, 'Acknowledgements-UnknownRule'],
    [{ rule: `HIPAA.Security::${HOLDS.rule}` }, 'Acknowledgements-UnknownRule'],
    [{ rule: 'Baseline-ChecksRan' }, 'Acknowledgements-UnknownRule'],
    [{ rule: 'Acknowledgements-Expired' }, 'Acknowledgements-UnknownRule'],
    [{ rule: 'Eligibility-Service' }, 'Acknowledgements-NotAllowed'],
    [{ rule: 'Eligibility-Recipient' }, 'Acknowledgements-NotAllowed'],
    [{ expires: '' }, 'Acknowledgements-InvalidExpiry'],
    [{ expires: 'never' }, 'Acknowledgements-InvalidExpiry'],
    [{ expires: '2027-02-29' }, 'Acknowledgements-InvalidExpiry'],
    [{ expires: '2026-11-20' }, 'Acknowledgements-Expired'],
  ])('%j is %s', (change, rule) => {
    expect(rulesFor(change)).toEqual([rule]);
  });

  it.each([
    [{ expires: '2026-11-21' }],
    [{ rule: 'AwsSolutions-IAM5[Resource::*]' }],
    [{ citation: '45 CFR 164.312(a)(2)(iv)' }],
    [{ rule: 'F3012' }],
  ])('%j holds', (change) => {
    expect(rulesFor(change)).toEqual([]);
  });

  it('names every problem at once', () => {
    expect(rulesFor({ reason: '', owner: '', kind: 'x', rule: 'x', expires: 'x' })).toHaveLength(5);
  });
});

describe('expiresSoon', () => {
  it.each([
    ['2026-11-21', 0],
    ['2026-12-20', 29],
    ['2026-12-21', 30],
    ['2026-12-22', undefined],
    ['2026-11-20', undefined],
  ])('an exception that expires on %s has %p days to tell of', (expires, days) => {
    expect(expiresSoon({ ...HOLDS, expires }, AS_OF)).toBe(days);
  });
});

describe('readAcknowledgement', () => {
  it('reads a complete record and leaves out what it does not know', () => {
    expect(readAcknowledgement({ ...HOLDS, note: 'x' })).toEqual(HOLDS);
  });

  it.each([[null], ['x'], [[]], [{}], [{ ...HOLDS, owner: undefined }], [{ ...HOLDS, expires: 20271101 }]])(
    'reads nothing from %j',
    (value) => {
      expect(readAcknowledgement(value)).toBeUndefined();
    },
  );
});
