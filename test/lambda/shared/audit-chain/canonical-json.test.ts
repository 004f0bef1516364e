import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { canonicalJson, MAX_DEPTH } from '../../../../lambda/shared/audit-chain/canonical-json';
import type { JsonValue } from '../../../../lambda/shared/audit-chain/json-value';
import { anyValue } from './json-values';

/** RFC 8785, appendix B: the bits of a double and its text. */
const NUMBERS: readonly [bits: string, text: string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

/** RFC 8785, sections 3.2.2 to 3.2.4. */
const TEXTS: readonly [what: string, input: string, text: string][] = [
  [
    'escapes, numbers and literals',
    String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  ],
  [
    'names that are numbers, as texts',
    '{"9": 1, "10": 2, "a": {"2": 1, "11": 2}}',
    '{"10":2,"9":1,"a":{"11":2,"2":1}}',
  ],
  [
    'a name that JavaScript gives a meaning',
    '{"z": 1, "__proto__": {"b": 1, "a": 2}}',
    '{"__proto__":{"a":2,"b":1},"z":1}',
  ],
  ['empty lists and objects', '[[], {}, ""]', '[[],{},""]'],
];

describe('canonicalJson', () => {
  it.each(NUMBERS)('writes the double %s as %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it.each(TEXTS)('writes %s as RFC 8785 says', (_what, input, text) => {
    expect(canonicalJson(JSON.parse(input))).toBe(text);
  });

  it('orders names by their UTF-16 units, as RFC 8785 shows in section 3.2.3', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(text).toBe('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}');
  });

  it('writes what the reference implementation writes', () => {
    const values = fc.sample(anyValue, { numRuns: 3000, seed: 20261121 });
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(__dirname, 'reference-canonicalize.mts')],
      {
        input: JSON.stringify(values),
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    );
    expect(stderr).toBe('');
    expect(values.map(canonicalJson)).toEqual(JSON.parse(stdout));
  });

  it('gives the same text whatever the order of names', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['an unpaired surrogate', { a: '\ud800' }],
    ['an unpaired surrogate in a name', { 'a\udc00': 1 }],
    ['NaN', [Number.NaN]],
    ['Infinity', [Number.POSITIVE_INFINITY]],
    ['undefined in an object', { a: undefined }],
    ['undefined in a list', [undefined]],
    ['a hole in a list', Array(1)],
    ['a function', { toJSON: () => 1 }],
    ['a bigint', [1n]],
    ['a symbol', [Symbol('a')]],
    ['a Date', { at: new Date(0) }],
    ['a Map', new Map()],
    ['bytes', Buffer.from('a')],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value as JsonValue)).toThrow(TypeError);
  });

  it('refuses what is too deep, and cycles with it', () => {
    const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);
    expect(canonicalJson(nested(MAX_DEPTH))).toHaveLength(2 * MAX_DEPTH + 1);
    expect(() => canonicalJson(nested(MAX_DEPTH + 1))).toThrow('at most 32 deep');
    const cycle: JsonValue[] = [];
    cycle.push(cycle);
    expect(() => canonicalJson(cycle)).toThrow('at most 32 deep');
  });
});

function reversed(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, reversed(member)] as const)
      .reverse(),
  );
}
