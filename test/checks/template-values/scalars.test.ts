import { isTrue, listOf, wholeNumber } from '../../../lib/checks/template-values/scalars';

describe('scalars', () => {
  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['yes', false],
    [{ Ref: 'On' }, false],
    [undefined, false],
  ])('isTrue(%j) is %p', (value, expected) => {
    expect(isTrue(value)).toBe(expected);
  });

  it.each([
    [15, 15],
    ['15', 15],
    ['-1', -1],
    [1.5, undefined],
    ['', undefined],
    ['1e3', undefined],
    [null, undefined],
    [{ Ref: 'Days' }, undefined],
  ])('wholeNumber(%j) is %p', (value, expected) => {
    expect(wholeNumber(value)).toBe(expected);
  });

  it.each([
    [undefined, []],
    [['a'], ['a']],
    [{ a: 1 }, [{ a: 1 }]],
  ])('listOf(%j) is %j', (value, expected) => {
    expect(listOf(value)).toEqual(expected);
  });
});
