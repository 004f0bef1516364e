import { Token } from 'aws-cdk-lib';
import { type PostgresLimits, postgresProblems } from '../../lib/constructs/postgres-database-limits';

const valid: PostgresLimits = {
  instanceIdentifier: 'sandbox-phi',
  engineVersion: '17',
  databaseName: 'records',
  port: 5442,
  allocatedStorageGiB: 20,
  maxAllocatedStorageGiB: 22,
  backupRetentionDays: 35,
  logRetentionDays: 2192,
};

const demands = {
  instanceIdentifier: 'must be 1 to 63 lower-case letters, digits and single hyphens and start with a letter',
  databaseName: 'must be 1 to 63 lower-case letters, digits and underscores and start with a letter',
  port: 'must be from 1150 to 65535 and not 5432',
  allocatedStorageGiB: 'must be a whole number of GiB, at least 20',
  maxAllocatedStorageGiB: 'must be at least a tenth above allocatedStorageGiB',
  backupRetentionDays: 'must be from 1 to 35 days: automatic backups cannot be switched off',
  logRetentionDays: 'must be at least 365 days',
} as const;

describe('postgresProblems', () => {
  it.each([
    { instanceIdentifier: 'a' },
    { instanceIdentifier: 'a'.repeat(63) },
    { port: 1150 },
    { port: 65_535 },
    { backupRetentionDays: 1 },
    { logRetentionDays: 365 },
    { logRetentionDays: 3653 },
    { allocatedStorageGiB: 100, maxAllocatedStorageGiB: 110 },
  ])('accepts %o', (change) => {
    expect(postgresProblems({ ...valid, ...change })).toEqual([]);
  });

  it.each([
    ['instanceIdentifier', ''],
    ['instanceIdentifier', '1-phi'],
    ['instanceIdentifier', 'phi-'],
    ['instanceIdentifier', 'a--b'],
    ['instanceIdentifier', 'Phi'],
    ['instanceIdentifier', 'a'.repeat(64)],
    ['databaseName', 'Records'],
    ['databaseName', 'a'.repeat(64)],
    ['port', 5432],
    ['port', 1149],
    ['port', 65_536],
    ['port', Number.NaN],
    ['allocatedStorageGiB', 19],
    ['allocatedStorageGiB', 20.5],
    ['maxAllocatedStorageGiB', 21],
    ['backupRetentionDays', 0],
    ['backupRetentionDays', 36],
    ['logRetentionDays', 364],
    ['logRetentionDays', Number.POSITIVE_INFINITY],
  ] as const)('refuses %s: %s', (prop, value) => {
    expect(postgresProblems({ ...valid, [prop]: value })).toContain(
      `'${prop}' ${demands[prop]}, got: ${value}`,
    );
  });

  it('refuses a version that the parameters are not written for', () => {
    const engineVersion = '14' as unknown as PostgresLimits['engineVersion'];
    expect(postgresProblems({ ...valid, engineVersion })).toEqual([
      "'engineVersion' must be a PostgreSQL major version (15, 16, 17, 18), got: 14",
    ]);
  });

  it('tells all problems at once', () => {
    expect(postgresProblems({ ...valid, port: 5432, backupRetentionDays: 0 })).toHaveLength(2);
  });

  it('lets values pass that only the deployment knows', () => {
    const port = Token.asNumber({ Ref: 'Port' });
    const instanceIdentifier = Token.asString({ Ref: 'Name' });
    expect(postgresProblems({ ...valid, port, instanceIdentifier })).toEqual([]);
  });
});
