import { matchesPattern } from './filter-pattern';

const RECORD = { a: 'one', b: { c: 'AccessDeniedException' }, n: 2, list: [{ id: 'x' }] };

describe('the evaluator of filter patterns', () => {
  it.each([
    ['{ $.a = one }', true],
    ['{ $.a = "two" }', false],
    ['{ $.a != "two" }', true],
    ['{ $.z != "two" }', false],
    ['{ $.z NOT EXISTS }', true],
    ['{ $.a NOT EXISTS }', false],
    ['{ $.b.c = "AccessDenied*" }', true],
    ['{ $.b.c = "*Denied" }', false],
    ['{ $.b = "*" }', false],
    ['{ $.n = 2 }', true],
    ['{ $.list[0].id = "x" }', true],
    ['{ $.list[1].id = "x" }', false],
    ['{ ($.a = one) && ($.n = 3) }', false],
    ['{ $.a = two && $.n = 2 || $.a = one }', true],
    ['{ $.a = two && ($.n = 2 || $.a = one) }', false],
  ])('%s is %s', (pattern, expected) => {
    expect(matchesPattern(pattern, RECORD)).toBe(expected);
  });

  it.each(['$.a = one', '{ $.a = one', '{ $.a }', '{ $.a > 1 }', '{ ($.a = one }', '{ $.a = one } x'])(
    'does not guess what %s means',
    (pattern) => {
      expect(() => matchesPattern(pattern, RECORD)).toThrow("'pattern' must");
    },
  );
});
