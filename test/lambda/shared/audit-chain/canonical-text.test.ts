import fc from 'fast-check';
import { canonicalJson } from '../../../../lambda/shared/audit-chain/canonical-json';
import { isCanonicalObject } from '../../../../lambda/shared/audit-chain/canonical-text';
import { anyObject } from './json-values';

/** The same, said in the simplest way: it is what its value is written as, and no name needs an escape. */
function isDefined(text: string): boolean {
  try {
    const value = JSON.parse(text, (name, member) => {
      if (JSON.stringify(name) !== `"${name}"`) throw new TypeError('a name needs an escape');
      return member;
    });
    return text.startsWith('{') && canonicalJson(value) === text;
  } catch {
    return false;
  }
}

describe('isCanonicalObject', () => {
  it.each([
    '{}',
    '{"a":1,"b":[true,false,null,"x",{"10":1,"9":2}],"é":"ü"}',
    '{"a":-1,"b":0,"c":999999999999999,"d":1000000000000000,"e":0.5,"f":1e+21,"g":5e-324}',
    String.raw`{"a":"\"\\\b\f\n\r\t\u0000\u000b\u001f/"}`,
    String.raw`{"a":"\\ud800"}`,
    '{"":{},"__proto__":1,"a":[]}',
    '{"\ud83d\ude02":"\ud83d\ude02","\ufb33":1}',
    `{"a":${'['.repeat(31)}${']'.repeat(31)}}`,
  ])('knows the canonical form %s', (text) => {
    expect(isCanonicalObject(text)).toBe(true);
    expect(isDefined(text)).toBe(true);
  });

  it.each([
    ['a name given twice', '{"a":1,"a":1}'],
    ['a name given twice, once escaped', String.raw`{"a":1,"\u0061":1}`],
    ['a name that needs an escape', String.raw`{"\n":1}`],
    ['names in another order', '{"b":1,"a":1}'],
    ['names in the order of numbers', '{"9":1,"10":1}'],
    ['names in the order of code points', '{"\ufb33":1,"\ud83d\ude02":1}'],
    ['another order inside', '{"a":[{"c":1,"b":1}]}'],
    ['white space', '{"a": 1}'],
    ['white space before it', ' {"a":1}'],
    ['white space behind it', '{"a":1}\r'],
    ['a number with a fraction of zero', '{"a":1.0}'],
    ['a number with an exponent', '{"a":1e2}'],
    ['a number that begins with zero', '{"a":01}'],
    ['minus zero', '{"a":-0}'],
    ['a number that no double holds', '{"a":9007199254740993}'],
    ['a number beyond every double', '{"a":1e999}'],
    ['a number of a million digits', `{"a":${'1'.repeat(1e6)}}`],
    ['Infinity', '{"a":Infinity}'],
    ['NaN', '{"a":NaN}'],
    ['an escape that is not needed', String.raw`{"a":"\/"}`],
    ['an escaped letter', String.raw`{"a":"\u0041"}`],
    ['hexadecimal digits in upper case', String.raw`{"a":"\u001F"}`],
    ['a long escape', String.raw`{"a":"\u000a"}`],
    ['a control character without its escape', '{"a":"\n"}'],
    ['an escaped unpaired surrogate', String.raw`{"a":"\ud800"}`],
    ['an unpaired high surrogate', '{"a":"\ud800"}'],
    ['an unpaired low surrogate', '{"a":"\udc00\udc00"}'],
    ['too many levels', `{"a":${'['.repeat(32)}${']'.repeat(32)}}`],
    ['far too many levels', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a byte-order mark', '\ufeff{}'],
    ...[
      '',
      '{',
      '{"a',
      '{"a":1',
      '{"a":1,}',
      '{,}',
      '{"a"}',
      '{a:1}',
      '[]',
      '"a"',
      '1',
      'null',
      '{}{}',
      '{"a":-}',
      '{"a":tru}',
      '{"a":1]',
      '{"a":[1,]}',
      '{"a":[1}',
      '{"a":"\\',
    ].map((text): [string, string] => [JSON.stringify(text), text]),
  ])('refuses %s', (_what, text) => {
    expect(isCanonicalObject(text)).toBe(false);
    expect(isDefined(text)).toBe(false);
  });

  it('agrees with the definition on every object and on every edit of one', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(2),
      insert: fc.constantFrom(
        ...[
          '',
          '0',
          '-',
          '"',
          ',',
          ':',
          '}',
          ']',
          '[',
          '{',
          ' ',
          '\\',
          'a',
          '1e1',
          '\ud800',
          '\n',
          'true',
          '\u0000',
        ],
      ),
    });
    fc.assert(
      fc.property(anyObject, edit, (value, { at, remove, insert }) => {
        const text = canonicalJson(value);
        expect(isCanonicalObject(text)).toBe(true);
        const start = at % (text.length + 1);
        const edited = text.slice(0, start) + insert + text.slice(start + remove);
        expect(isCanonicalObject(edited)).toBe(isDefined(edited));
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses every name that Node reads wrongly', () => {
    // https://github.com/nodejs/node/issues/63785: after this, other escaped names may be read as a backslash.
    JSON.parse(String.raw`{"":0,"\\":{}}`);
    for (let code = 0; code < 0x20; code += 1) {
      expect(isCanonicalObject(canonicalJson({ '': 0, [String.fromCharCode(code)]: {} }))).toBe(false);
    }
  });
});
