import { databaseAudited } from '../../../lib/checks/rules/database-audited';
import { POSTGRES_MAJOR_VERSIONS, postgresParameters } from '../../../lib/constructs/postgres-parameters';
import { databaseTemplate } from './database-template';
import { against, againstResource } from './subject';

function audited(parameters: object, Engine = 'postgres'): readonly string[] {
  return against(databaseAudited, databaseTemplate({ Engine }, parameters));
}

const LOADED = { shared_preload_libraries: 'pg_stat_statements, pgaudit' };

describe('Baseline-DatabaseAudited', () => {
  it.each(['ddl,role', 'ddl,read,role,write', 'all', 'ALL, -misc', 'read'])(
    'accepts pgaudit.log = %j',
    (log) => {
      expect(audited({ ...LOADED, 'pgaudit.log': log })).toEqual([]);
    },
  );

  it.each([
    ['none', "must name a class of statements, got: 'none'"],
    ['-read', 'must name a class of statements'],
    ['', 'must name a class of statements'],
    [undefined, 'must name a class of statements, got: none'],
    [{ Ref: 'Classes' }, 'does not decide'],
  ])('refuses pgaudit.log = %j', (log, message) => {
    expect(audited({ ...LOADED, 'pgaudit.log': log })).toEqual([expect.stringContaining(message)]);
  });

  it.each(POSTGRES_MAJOR_VERSIONS)(
    "accepts what the baseline's own database sets for PostgreSQL %s",
    (version) => {
      const parameters = postgresParameters(version).map(({ name, value }) => [name, value]);
      expect(audited(Object.fromEntries(parameters))).toEqual([]);
    },
  );

  it.each([['pg_stat_statements'], ['pgaudit_analyze'], [undefined]])('refuses libraries %j', (libraries) => {
    expect(audited({ shared_preload_libraries: libraries, 'pgaudit.log': 'all' })).toEqual([
      expect.stringContaining('shared_preload_libraries must hold pgaudit'),
    ]);
  });

  it('refuses a PostgreSQL database without a parameter group of its own, clusters too', () => {
    expect(againstResource(databaseAudited, 'AWS::RDS::DBInstance', { Engine: 'postgres' })).toHaveLength(1);
    expect(
      againstResource(databaseAudited, 'AWS::RDS::DBCluster', { Engine: 'aurora-postgresql' }),
    ).toHaveLength(1);
  });

  it('asks nothing of other engines', () => {
    expect(audited({}, 'mysql')).toEqual([]);
    expect(audited({}, 'sqlserver-se')).toEqual([]);
  });
});
