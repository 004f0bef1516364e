import { Client, type ClientConfig } from 'pg';
import { runMigrations } from '../../../../lambda/records/migrations/run-migrations';
import { type PostgresOptions, startPostgres, type TestPostgres } from '../../../support/postgres';

/** A server starts in a second; a machine that others use takes longer. */
export const SLOW_MS = 120_000;

export const DATABASE = 'records';

/** As in RDS: no superuser, but it makes databases and roles. */
export const MASTER = 'database_owner';

/** A server with an empty database of the master. */
export async function startRecordsServer(options: PostgresOptions = {}): Promise<TestPostgres> {
  const postgres = await startPostgres(options);
  await postgres.asSuperuser(
    'postgres',
    `CREATE ROLE ${MASTER} LOGIN CREATEDB CREATEROLE PASSWORD '${postgres.password}'`,
    `CREATE DATABASE ${DATABASE} OWNER ${MASTER}`,
  );
  return postgres;
}

/** How somebody connects: over TLS, with the server's certificate verified. */
function connectionOf(postgres: TestPostgres, user: string): ClientConfig {
  return {
    host: postgres.host,
    port: postgres.port,
    database: DATABASE,
    user,
    password: postgres.password,
    ssl: { ca: postgres.authority },
  };
}

/** Runs the work with a session of its own. */
export async function withSession<T>(
  postgres: TestPostgres,
  user: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(connectionOf(postgres, user));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated database; the service may log in with the server's password, since no IAM is here. */
export async function startRecordsDatabase(options: PostgresOptions = {}): Promise<TestPostgres> {
  const postgres = await startRecordsServer(options);
  await withSession(postgres, MASTER, (client) =>
    runMigrations(client, { databaseName: DATABASE, audit: 'where-available' }),
  );
  await postgres.asSuperuser(DATABASE, `ALTER ROLE records_service PASSWORD '${postgres.password}'`);
  return postgres;
}
