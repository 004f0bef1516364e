import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../../lambda/shared/audit-chain/json-value';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\\ud800',
    '\u2028',
    '"',
    '\\',
    '\u0000',
    '\u001f',
    '\u007f',
    '\b\f\n\r\t',
    '/',
    '\ud83d\ude02',
  ),
);
/** No name needs an escape: Node 24 itself reads escaped names wrongly. */
const name = fc.oneof(
  text.map((any) => any.replace(/["\\\p{Cc}]/gu, '')),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toJSON',
    '10',
    '9',
    'a',
    'b',
    'é',
    'e\u0301',
    '\u2028',
    '\ufb33',
    '😂',
  ),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1e21, 1e-7, 2 ** 53, 5e-324, 1.7976931348623157e308, 999_999_999_999_999, 1e15),
);

/** Any JSON value, names and numbers that are easily got wrong among them. */
export const anyValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(null, true, false),
    text,
    number,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 5 }).map((members) => Object.fromEntries(members)),
  ),
})).value;

/** Any JSON object. */
export const anyObject: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(name, anyValue), { maxLength: 5 })
  .map((members) => Object.fromEntries(members));
