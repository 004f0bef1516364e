import fc from 'fast-check';
import {
  dateInWords,
  plainSentence,
  plainText,
} from '../../../../../lambda/breach/domain/notices/plain-text';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';

describe('plainText', () => {
  it.each([
    ['  two\n\nlines\t', 'two lines'],
    ['a_b *c* [d] `e` #f | ~g~ !h', 'a\\_b \\*c\\* \\[d\\] \\`e\\` \\#f \\| \\~g\\~ \\!h'],
    ['<b> & >', '&lt;b\\> &amp; \\>'],
    ['back\\slash', 'back\\\\slash'],
    ['zero\u200bwidth', 'zero width'],
    ['- a point', '\\- a point'],
    ['+ another', '\\+ another'],
    ['+1 800 555 0100', '+1 800 555 0100'],
    ['1.5 million', '1.5 million'],
    ['---', '\\---'],
    ['1. First', '1\\. First'],
    ['2) Second', '2\\) Second'],
    ['a - b + 1.5 = c', 'a - b + 1.5 = c'],
  ])('writes %j as %j', (words, text) => {
    expect(plainText(words)).toBe(text);
  });

  it('leaves no line break and no tag, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        expect(plainText(words)).not.toMatch(/[\n\r<]|(?<!\\)(?:\\\\)*[`*_[\]>#|~!]/);
      }),
    );
  });
});

describe('plainSentence', () => {
  it.each([
    ['No end', 'No end.'],
    ['An end.', 'An end.'],
    ['Why?', 'Why?'],
  ])('ends %p as %p', (words, sentence) => {
    expect(plainSentence(words)).toBe(sentence);
  });
});

describe('dateInWords', () => {
  it.each([
    ['2026-01-05', 'January 5, 2026'],
    ['2028-02-29', 'February 29, 2028'],
    ['2026-12-31', 'December 31, 2026'],
  ])('%s is %s', (date, words) => {
    expect(dateInWords(parseCivilDate(date))).toBe(words);
  });
});
