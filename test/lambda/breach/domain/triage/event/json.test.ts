import { at, firstAt, has } from '../../../../../../lambda/breach/domain/triage/event/json';

describe('at', () => {
  it('finds a value whatever the casing of the names', () => {
    expect(at({ dBInstanceIdentifier: 'd' }, 'dbInstanceIdentifier')).toBe('d');
    expect(at({ A: { b: { C: 1 } } }, 'a.B.c')).toBe(1);
  });

  it('prefers the exact name, then the first in order, whatever the order of keys', () => {
    expect(at({ NAME: 1, name: 2, Name: 3 }, 'name')).toBe(2);
    expect([at({ NAME: 1, Name: 3 }, 'name'), at({ Name: 3, NAME: 1 }, 'name')]).toEqual([1, 1]);
  });

  it('sees through a list of one and not through others', () => {
    expect(at({ a: [{ b: 1 }] }, 'a.b')).toBe(1);
    expect(at({ a: [{ b: 1 }, { b: 2 }] }, 'a.b')).toBeUndefined();
  });

  it.each([null, undefined, 7, 'text', [], [1]])('finds nothing in %j', (value) => {
    expect(at(value, 'a.b')).toBeUndefined();
  });

  it('finds no inherited name', () => {
    expect(at({}, 'constructor')).toBeUndefined();
    expect(at({}, 'toString.name')).toBeUndefined();
  });
});

describe('firstAt', () => {
  it('passes over what is absent or null, not over what is false or empty', () => {
    expect(firstAt({ a: null, b: false }, ['x', 'a', 'b'])).toBe(false);
    expect(firstAt({ a: '' }, ['a', 'b'])).toBe('');
  });
});

describe('has', () => {
  it('counts null as a field', () => {
    expect([has({ a: null }, 'a'), has({}, 'a')]).toEqual([true, false]);
  });
});
