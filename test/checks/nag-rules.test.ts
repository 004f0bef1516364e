import { citationsIn, listNagRules } from '../../lib/checks/nag-rules';

describe('listNagRules', () => {
  it.each([
    ['hipaa', 90, 1],
    ['aws-solutions', 131, 17],
  ] as const)('finds every rule of %s', (pack, rules, warnings) => {
    const found = listNagRules(pack);
    expect(new Set(found.map(({ id }) => id)).size).toBe(rules);
    expect(found.filter(({ severity }) => severity === 'warning')).toHaveLength(warnings);
  });

  it('gives every HIPAA rule its paragraphs, and takes them out of its text', () => {
    for (const { id, citations, info } of listNagRules('hipaa')) {
      expect([id, citations.length > 0, info.includes('Control ID')]).toEqual([id, true, false]);
    }
  });

  it('gives every rule a text that says what to do', () => {
    for (const { explanation, info } of [...listNagRules('hipaa'), ...listNagRules('aws-solutions')]) {
      expect(explanation).not.toBe('');
      expect(info).not.toBe('');
    }
  });
});

describe('citationsIn', () => {
  it.each([
    ['No log - (Control ID: 164.312(b)).', ['164.312(b)']],
    [
      'X (ELB) - (Control IDs: 164.308(a)(3)(i), 164.312(a)(2)(iv)).',
      ['164.308(a)(3)(i)', '164.312(a)(2)(iv)'],
    ],
    ['X - (Control ID: 164.312(c)(1), 164.312(c)(1)).', ['164.312(c)(1)']],
    ['No paragraph at all.', []],
  ])('reads %p', (info, expected) => {
    expect(citationsIn(info)).toEqual(expected);
  });
});
