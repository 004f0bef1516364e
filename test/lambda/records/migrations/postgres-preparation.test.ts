import { postgresPreparation } from '../../../../lambda/records/migrations/postgres-preparation';

describe('postgresPreparation', () => {
  it('audits reads and writes of a database only once their text is suppressed', () => {
    expect(postgresPreparation('records')).toEqual([
      'ALTER DATABASE "records" SET pgaudit.log_statement = off',
      `ALTER DATABASE "records" SET pgaudit.log = 'ddl,read,role,write'`,
      'ALTER DATABASE "postgres" SET pgaudit.log_statement = off',
      `ALTER DATABASE "postgres" SET pgaudit.log = 'ddl,read,role,write'`,
      'CREATE EXTENSION IF NOT EXISTS pgaudit',
    ]);
  });

  it('quotes the name of the database', () => {
    expect(postgresPreparation('a"; DROP DATABASE b; --')[0]).toBe(
      'ALTER DATABASE "a""; DROP DATABASE b; --" SET pgaudit.log_statement = off',
    );
  });
});
