import { statementsOf } from '../../../lib/checks/template-values/policy-statements';
import { matches, namesEverybody, speaksOf } from '../../../lib/checks/template-values/statement-scope';

function statement(parts: object) {
  const [first] = statementsOf({ Statement: { Effect: 'Allow', ...parts } }) ?? [];
  if (first === undefined) throw new Error('a statement must be readable');
  return first;
}

describe('speaksOf', () => {
  it.each([
    [{ Action: 'kms:*' }, true],
    [{ Action: '*' }, true],
    [{ Action: ['s3:Get', 'KMS:Decrypt'] }, true],
    [{ Action: 'kms:De*' }, true],
    [{ Action: 'kms:Encrypt' }, false],
    [{ NotAction: 'kms:Encrypt' }, true],
    [{ NotAction: 'kms:De*' }, false],
    [{}, false],
  ])('finds in %j that kms:Decrypt is meant: %p', (parts, expected) => {
    expect(speaksOf(statement(parts), 'kms:Decrypt')).toBe(expected);
  });
});

describe('namesEverybody', () => {
  it.each([
    [{ Principal: '*' }, true],
    [{ Principal: { AWS: '*' } }, true],
    [{ Principal: { AWS: ['a', '*'] } }, true],
    [{ Principal: { Service: '*' } }, false],
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, false],
    [{}, false],
  ])('says of %j: %p', (parts, expected) => {
    expect(namesEverybody(statement(parts))).toBe(expected);
  });
});

describe('matches', () => {
  it.each([
    ['', '', true],
    ['*', '', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbbd', false],
    ['a?c', 'abc', true],
    ['a?', 'a', false],
    ['a**', 'a', true],
    ['*b*b', 'abab', true],
    ['a', 'ab', false],
    ['a.c', 'abc', false],
  ])('%s against %s: %p', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('does not slow down on hostile patterns', () => {
    expect(matches('*a'.repeat(2_000), `${'a'.repeat(20_000)}b`)).toBe(false);
  });
});
