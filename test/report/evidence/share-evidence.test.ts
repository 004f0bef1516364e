import { shareEvidence } from '../../../lib/report/evidence/share-evidence';

describe('shareEvidence', () => {
  it.each([
    ['nothing', [], { shared: [], own: [] }],
    ['a single environment', [['a', 'b']], { shared: ['a', 'b'], own: [[]] }],
    [
      'two that are the same',
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      { shared: ['a', 'b'], own: [[], []] },
    ],
    [
      'two that share a line',
      [
        ['a', 'b'],
        ['c', 'a'],
      ],
      { shared: ['a'], own: [['b'], ['c']] },
    ],
    ['two that share none', [['a'], []], { shared: [], own: [['a'], []] }],
    [
      'three, of which two share a line',
      [['a', 'b'], ['a', 'b'], ['b']],
      { shared: ['b'], own: [['a'], ['a'], []] },
    ],
  ])('divides %s', (_, environments, expected) => {
    expect(shareEvidence(environments)).toEqual(expected);
  });
});
