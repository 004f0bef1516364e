import {
  flagOf,
  isNothing,
  listOf,
  numberOf,
  textOf,
  textsIn,
} from '../../../../../../lambda/breach/domain/triage/event/values';

describe('listOf', () => {
  it.each([
    [
      [1, 2],
      [1, 2],
    ],
    [{ items: [1, 2] }, [1, 2]],
    [{ item: { a: 1 } }, [{ a: 1 }]],
    [{ member: 'a' }, ['a']],
    [{ a: 1 }, [{ a: 1 }]],
    ['a', ['a']],
    ['', []],
    [null, []],
    [undefined, []],
    [{}, []],
    [{ xmlns: 'x' }, []],
    [{ items: [] }, []],
  ])('reads %j as %j', (value, expected) => {
    expect(listOf(value)).toEqual(expected);
  });

  it('reads a bounded number', () => {
    expect(listOf(Array(5000).fill(1))).toHaveLength(1000);
  });
});

describe('flagOf', () => {
  it.each([
    [true, true],
    ['true', true],
    ['False', false],
    [{ value: false }, false],
    [[true], true],
    ['yes', undefined],
    [1, undefined],
    [null, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(flagOf(value)).toBe(expected);
  });
});

describe('numberOf', () => {
  it.each([
    [7, 7],
    ['7', 7],
    ['-1', -1],
    ['4.0', 4],
    [{ content: 5, tag: 1 }, 5],
    ['', undefined],
    ['0x10', undefined],
    ['1e3', undefined],
    ['9'.repeat(400), undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(numberOf(value)).toBe(expected);
  });
});

describe('textOf', () => {
  it('reads a text, wrapped or not, and nothing else', () => {
    expect([textOf('a'), textOf(['a']), textOf({ value: 'a' }), textOf(''), textOf(7)]).toEqual([
      'a',
      'a',
      'a',
      undefined,
      undefined,
    ]);
  });
});

describe('textsIn', () => {
  it('finds texts and numbers in any nesting, in a bounded number', () => {
    expect(textsIn({ a: ['x', { b: 7 }], c: null, d: true, e: '' })).toEqual(['x', '7']);
    expect(textsIn(Array(5000).fill('x'))).toHaveLength(1000);
  });
});

describe('isNothing', () => {
  it('is what is empty, not what is false or zero', () => {
    expect([null, undefined, '', [], {}, { xmlns: 'x' }].map(isNothing)).toEqual(Array(6).fill(true));
    expect([false, 0, 'x', [null], { a: null }].map(isNothing)).toEqual(Array(5).fill(false));
  });
});
