import { isReservedDatabaseName } from '../../lib/config/reserved-database-names';

describe('the name of a first database', () => {
  it.each([
    // What RDS or Aurora is known to have refused.
    ['admin', true],
    ['catalog', true],
    ['database', true],
    ['db', true],
    ['dispatch', true],
    ['flag', true],
    ['grant', true],
    ['identity', true],
    // What is there before.
    ['postgres', true],
    ['rdsadmin', true],
    ['template0', true],
    ['template1', true],
    // The first and the last key word, the longest, one of PostgreSQL alone and the newest.
    ['a', true],
    ['zone', true],
    ['current_transform_group_for_type', true],
    ['user', true],
    ['verbose', true],
    ['merge_action', true],

    ['', false],
    ['records', false],
    ['grant_db', false],
    ['users', false],
    ['constructor_', false],
    ['patients', false],
  ])('%j is reserved: %s', (name, reserved) => {
    expect(isReservedDatabaseName(name)).toBe(reserved);
  });
});
