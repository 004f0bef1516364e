import fc from 'fast-check';
import { fold } from '../../../../lambda/shared/redaction/fold';

describe('folding', () => {
  it.each([
    ['plain', 'MRN 12-34', 'MRN 12-34'],
    ['full-width forms', 'ＭＲＮ　１２', 'MRN 12'],
    ['digits of other scripts', '١٢٣ ०१२ 𝟏𝟐 ①②', '123 012 12 12'],
    ['dashes', '1‐2‑3–4—5−6﹣7', '1-2-3-4-5-6-7'],
    ['spaces', '1\u00a02\u20033\u30004', '1 2 3 4'],
    ['line ends', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['what is not seen', 'S\u00adS\u200bN\u200d\u202e\ufeff\u2060 \u00001', 'SSN 1'],
    ['combining marks', '1\u03322\u0332e\u0301', '12e'],
    ['accents', 'José Müller Łódź', 'Jose Muller Lodz'],
    ['keycaps', '1\ufe0f\u20e32\ufe0f\u20e3', '12'],
    ['look-alikes', 'МRN ЅЅN ΜRN', 'MRN SSN MRN'],
    ['ligatures and signs', 'ﬁle ℡ ½', 'file TEL 1/2'],
    ['slashes and dots', '1⁄2∕3 a․b', '1/2/3 a.b'],
    ['at and dot in brackets', 'a (at) b [dot] c {AT} d(.)e', 'a@b.c@d.e'],
    ['entities', 'a&#64;b&#x2e;c&commat;d&nbsp;e&unknown;', 'a@b.c@d e&unknown;'],
    ['escapes', 'a%40b \\n1\\t2\\u0033\\/4', 'a@b  1 23/4'],
    ['what has no other reading', '日本 😀 שלום', '日本 😀 שלום'],
    ['a long ligature', '\ufdfa', '\ufdfa'],
    ['lone surrogates', '\ud8001\udc00', '\ud8001\udc00'],
    ['numbers of characters that do not exist', '&#x110000;1', '1'],
  ])('reads %s', (_, source, expected) => {
    expect(fold(source).text).toBe(expected);
  });

  it('leads back to the whole of what was written', () => {
    const source = 'x\u200b１\u0301２ (at) ½y';
    const folded = fold(source);
    expect(folded.text).toBe('x12@1/2y');
    const written = (from: number, to: number): string =>
      source.slice(folded.startOf(from), folded.endOf(to));
    expect(written(1, 3)).toBe('１\u0301２');
    expect(written(3, 4)).toBe(' (at) ');
    expect(written(4, 5)).toBe('½');
    expect(written(0, 8)).toBe(source);
  });

  it('keeps offsets in order, in range, and pieces apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        const { text, startOf, endOf } = fold(source);
        for (let at = 0; at < text.length; at++) {
          expect(startOf(at)).toBeLessThan(endOf(at + 1));
          expect(startOf(at)).toBeLessThanOrEqual(startOf(at + 1));
          expect(endOf(at + 1)).toBeLessThanOrEqual(source.length);
        }
        expect(text.length).toBeLessThanOrEqual(4 * source.length);
      }),
    );
  });

  it('changes nothing when it is repeated on what has one reading', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ＡＢ１２٣\u200b\u0301éМ–\u00a0 ab12') }),
        (source) => {
          const once = fold(source).text;
          expect(fold(once).text).toBe(once);
        },
      ),
    );
  });
});
