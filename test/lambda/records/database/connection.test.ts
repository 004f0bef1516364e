import { Client } from 'pg';
import { Database } from '../../../../lambda/records/adapters/postgres/database';
import { DatabaseFailure } from '../../../../lambda/records/adapters/postgres/database-failure';
import { type PoolOptions, poolConfig } from '../../../../lambda/records/adapters/postgres/pool-config';
import { makeAuthority } from '../../../support/certificates';
import { startPostgres, type TestPostgres } from '../../../support/postgres';
import { SLOW_MS } from './records-database';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, SLOW_MS);
afterAll(() => postgres.stop());

/** A database of the service, with other settings than it has. */
async function withDatabase<T>(
  options: Partial<PoolOptions>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = new Database(
    poolConfig({
      host: postgres.host,
      port: postgres.port,
      databaseName: 'postgres',
      user: postgres.superuser,
      authorities: [postgres.authority],
      password: () => Promise.resolve(postgres.password),
      maxConnections: 2,
      ...options,
    }),
  );
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** What a connection of the service finds out. */
const ask = (
  options: Partial<PoolOptions> = {},
  sql = 'SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
) => withDatabase(options, (database) => database.query(sql));

describe('the connection to the database', () => {
  it('is encrypted with TLS 1.3', async () => {
    expect(await ask()).toEqual([{ version: 'TLSv1.3' }]);
  });

  it('is refused by the server without TLS', async () => {
    const { host, port, superuser: user, password } = postgres;
    const client = new Client({ host, port, user, password, database: 'postgres', ssl: false });
    await expect(client.connect()).rejects.toThrow('no pg_hba.conf entry');
  });

  it('is refused by the service when another authority vouches for the server', async () => {
    const stranger = await makeAuthority('Stranger');
    await expect(ask({ authorities: [stranger.certificate] })).rejects.toThrow(DatabaseFailure);
  });

  it('is refused by the service when the certificate is of another name', async () => {
    // The server listens there; its certificate says localhost.
    await expect(ask({ host: '127.0.0.1' })).rejects.toThrow(DatabaseFailure);
  });

  it('cannot be made without an authority to trust', async () => {
    await expect(ask({ authorities: [] })).rejects.toThrow("'authorities' must not be empty");
  });

  it(
    'ends a statement that takes too long',
    async () => {
      await expect(ask({}, 'SELECT pg_sleep(6)')).rejects.toMatchObject({ code: '57014' });
    },
    SLOW_MS,
  );

  it('tells the code of an error and nothing of its text', async () => {
    const failure = await ask({}, "SELECT 'Quillfeather'::int").catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: '22P02', message: 'the database answered 22P02' });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('Quillfeather');
    expect((failure as Error).cause).toBeUndefined();
  });

  it('is one of a few, however many ask', async () => {
    await withDatabase({ maxConnections: 2 }, async (database) => {
      const seen = await Promise.all(
        Array.from({ length: 20 }, () => database.query('SELECT pg_backend_pid() AS pid, pg_sleep(0.01)')),
      );
      expect(new Set(seen.map(([row]) => row?.pid)).size).toBeLessThanOrEqual(2);
    });
  });

  it('is replaced when it broke in the middle of a transaction', async () => {
    await withDatabase({ maxConnections: 1 }, async (database) => {
      const broken = database.transaction((statements) =>
        statements.query('SELECT pg_terminate_backend(pg_backend_pid())'),
      );
      await expect(broken).rejects.toThrow(DatabaseFailure);
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });
  });

  it('is in order again after a statement of a transaction failed', async () => {
    await withDatabase({ maxConnections: 1 }, async (database) => {
      const failed = database.transaction((statements) => statements.query('SELECT 1 / 0'));
      await expect(failed).rejects.toMatchObject({ code: '22012' });
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });
  });
});
