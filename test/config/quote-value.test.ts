import { quoteValue } from '../../lib/config/quote-value';

describe('a quoted value', () => {
  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [365, '365'],
    [Number.NaN, 'NaN'],
    [false, 'false'],
    ['', "''"],
    ['us-east-1', "'us-east-1'"],
    ["it's", "'it\\'s'"],
    ['a\\b', "'a\\\\b'"],
    ['grün 😀', "'grün 😀'"],
    ['\u001b[31mred\u0007', "'\\u{1b}[31mred\\u{7}'"],
    ['a\r\nb', "'a\\u{d}\\u{a}b'"],
    ['a\u2028b\u2029c', "'a\\u{2028}b\\u{2029}c'"],
    ['\u202egnp.exe', "'\\u{202e}gnp.exe'"],
    ['zero\u200bwidth', "'zero\\u{200b}width'"],
    ['\ud800', "'\\u{d800}'"],
    ['\u009b31m', "'\\u{9b}31m'"],
    [[], '[]'],
    [['a', 1], "['a', 1]"],
    [['a', 'b', 'c'], "['a', 'b', 'c']"],
    [['a', 'b', 'c', 'd', 'e'], "['a', 'b', 'c', 2 more]"],
    [[['a']], '[a list]'],
    [{ password: 'secret' }, 'an object'],
    [10n ** 100n, 'a bigint'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
  ])('%p reads %s', (value, expected) => {
    expect(quoteValue(value)).toBe(expected);
  });

  it('keeps sixty characters and says how many there were', () => {
    expect(quoteValue('a'.repeat(60))).toBe(`'${'a'.repeat(60)}'`);
    expect(quoteValue('a'.repeat(61))).toBe(`'${'a'.repeat(60)}…' (61 characters)`);
  });

  it('does not leave half a character behind where it cuts', () => {
    expect(quoteValue(`${'a'.repeat(59)}😀b`)).not.toMatch(/\p{C}/u);
  });

  it('stays short when every character has to be escaped', () => {
    expect(quoteValue('\u202e'.repeat(1_000_000)).length).toBeLessThan(60 * 8 + 40);
  });
});
