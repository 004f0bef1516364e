/**
 * The statements that a new database runs before it holds anything, in this order; the first that fails must end the
 * preparation.
 *
 * pgaudit writes the text of each audited statement, and so its literals, unless `pgaudit.log_statement` is off.
 * RDS parameter groups do not offer that setting; a database does. Reads and writes are audited only after it: a
 * database that nobody prepared writes no values. `CREATE EXTENSION` adds the names of the objects to entries of class
 * DDL.
 *
 * @param databaseName the database, besides the maintenance database `postgres`
 * @see 45 CFR 164.312(a)(1), 164.312(b)
 */
export function postgresPreparation(databaseName: string): readonly string[] {
  const settings = [databaseName, 'postgres'].flatMap((name) => {
    const database = `ALTER DATABASE "${name.replaceAll('"', '""')}" SET`;
    return [`${database} pgaudit.log_statement = off`, `${database} pgaudit.log = 'ddl,read,role,write'`];
  });
  return [...settings, 'CREATE EXTENSION IF NOT EXISTS pgaudit'];
}
