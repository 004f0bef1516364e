import { directionOf } from '../../../lib/report/diff/direction';

const SAME = { worse: false, better: false };

describe('directionOf', () => {
  it.each([
    ['enforced', 'gap', 'lost'],
    ['enforced', 'partial', 'lost'],
    ['monitored', 'unattested', 'lost'],
    ['attested', 'unattested', 'lost'],
    ['attested', 'partial', 'lost'],
    ['enforced', 'monitored', 'weakened'],
    ['enforced', 'attested', 'weakened'],
    ['partial', 'gap', 'weakened'],
    ['partial', 'unattested', 'weakened'],
    ['unattested', 'gap', 'weakened'],
    ['gap', 'enforced', 'won'],
    ['partial', 'enforced', 'won'],
    ['unattested', 'attested', 'won'],
    ['gap', 'monitored', 'won'],
    ['attested', 'enforced', 'strengthened'],
    ['gap', 'unattested', 'strengthened'],
    ['gap', 'partial', 'strengthened'],
    ['gap', 'not-applicable', 'changed'],
    ['enforced', 'not-applicable', 'changed'],
    ['not-applicable', 'gap', 'changed'],
    ['not-applicable', 'enforced', 'changed'],
    [null, 'gap', 'added'],
    ['gap', null, 'removed'],
    [null, null, null],
    ['gap', 'gap', null],
    ['not-applicable', 'not-applicable', null],
  ] as const)('calls %s to %s %s', (before, after, direction) => {
    expect(directionOf(before, after, SAME)).toBe(direction);
  });

  it.each([
    [{ worse: true, better: false }, 'weakened'],
    [{ worse: false, better: true }, 'strengthened'],
    [{ worse: true, better: true }, 'changed'],
  ] as const)('tells evidence %j within one status as %s', (evidence, direction) => {
    expect(directionOf('partial', 'partial', evidence)).toBe(direction);
  });

  it('lets the status speak where it changed, whatever the evidence', () => {
    expect(directionOf('enforced', 'gap', { worse: false, better: true })).toBe('lost');
  });
});
