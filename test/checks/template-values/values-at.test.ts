import { valuesAt } from '../../../lib/checks/template-values/values-at';

describe('valuesAt', () => {
  it.each([
    [{ A: { B: 1 } }, ['A', 'B'], [1]],
    [{ A: [{ B: 1 }, { B: 2 }] }, ['A', '*', 'B'], [1, 2]],
    [{ A: { B: 1 } }, ['A', '*', 'B'], [1]],
    [{}, ['A', 'B'], [undefined]],
    [{}, ['A', '*', 'B'], []],
    [{ A: { Ref: 'X' } }, ['A', 'B'], [{ Ref: 'X' }]],
  ])('of %j at %j: %j', (value, path, expected) => {
    expect(valuesAt(value, path)).toEqual(expected);
  });
});
