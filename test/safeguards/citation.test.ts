import { compareCitations, isCitation, touches } from '../../lib/safeguards/citation';

describe('isCitation', () => {
  it.each(['164.312(b)', '164.308(a)(1)(ii)(A)', '164.412'])('takes %s', (text) => {
    expect(isCitation(text)).toBe(true);
  });

  it.each(['45 CFR 164.312(b)', '164.312(b', '164.312b', '164.31(b)', '165.312(b)', ''])(
    'refuses %p',
    (text) => {
      expect(isCitation(text)).toBe(false);
    },
  );
});

describe('touches', () => {
  it.each([
    ['164.312(e)(1)', '164.312(e)(1)', true],
    ['164.312(e)', '164.312(e)(2)(ii)', true],
    ['164.404(c)(1)(A)', '164.404(c)(1)', true],
    ['164.312(a)(2)(i)', '164.312(a)(2)(ii)', false],
    ['164.312(a)(2)(i)', '164.312(a)(2)(iv)', false],
    ['164.312(a)', '164.312(b)', false],
  ])('says of %s and %s: %p, either way round', (a, b, expected) => {
    expect(touches(a, b)).toBe(expected);
    expect(touches(b, a)).toBe(expected);
  });
});

describe('compareCitations', () => {
  it('orders paragraphs as the rule book does', () => {
    const ordered = [
      '164.306(a)',
      '164.308(a)(1)(i)',
      '164.308(a)(1)(ii)(A)',
      '164.308(a)(1)(ii)(D)',
      '164.308(a)(2)',
      '164.308(b)(1)',
      '164.312(a)(2)(i)',
      '164.312(a)(2)(ii)',
      '164.312(a)(2)(iv)',
      '164.312(b)',
      '164.402',
      '164.402(1)',
      '164.404(a)(1)',
    ];
    expect([...ordered].reverse().sort(compareCitations)).toEqual(ordered);
  });
});
