import { layoutFor, paragraph } from '../../lib/report/paragraph';

describe('paragraph', () => {
  const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';

  it('wraps between words, within the columns, under a hanging indent', () => {
    const lines = paragraph(words, '  - ', '      ', { columns: 60, color: false }).split('\n');
    expect(lines).toEqual([
      '  - one two three four five six seven eight nine ten eleven',
      '      twelve thirteen fourteen',
    ]);
  });

  it('leaves a word whole that is longer than a line, so that it can be copied', () => {
    const path = `a/${'x'.repeat(80)}`;
    expect(paragraph(`see ${path} there`, '', '', { columns: 60, color: false }).split('\n')).toEqual([
      'see',
      path,
      'there',
    ]);
  });

  it('keeps one line where nothing is wrapped', () => {
    expect(paragraph(words, '  ', '    ', { columns: null, color: false })).toBe(`  ${words}`);
  });
});

describe('layoutFor', () => {
  it.each([
    [null, null],
    [40, null],
    [59, null],
    [60, 60],
    [100, 100],
    [300, 120],
  ])('wraps a terminal of %p columns at %p', (columns, expected) => {
    expect(layoutFor(columns, false).columns).toBe(expected);
  });
});
