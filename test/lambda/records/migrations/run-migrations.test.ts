import { MIGRATIONS } from '../../../../lambda/records/migrations/migrations';
import { runMigrations } from '../../../../lambda/records/migrations/run-migrations';
import type { TestPostgres } from '../../../support/postgres';
import { DATABASE, MASTER, SLOW_MS, startRecordsServer, withSession } from '../database/records-database';

const NAMES = MIGRATIONS.map(({ name }) => name);
const OPTIONS = { databaseName: DATABASE, audit: 'where-available' } as const;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startRecordsServer();
}, SLOW_MS);
afterAll(() => postgres.stop());

const migrate = (options: Partial<Parameters<typeof runMigrations>[1]> = {}) =>
  withSession(postgres, MASTER, (client) => runMigrations(client, { ...OPTIONS, ...options }));

/** The first column of the first row, as the superuser sees it. */
async function ask(sql: string): Promise<unknown> {
  return withSession(postgres, postgres.superuser, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  });
}

describe('runMigrations', () => {
  it('refuses a server that cannot audit, before anything is made', async () => {
    await expect(migrate({ audit: 'required' })).rejects.toThrow("'audit' must be possible");
    expect(await ask("SELECT count(*)::int FROM pg_roles WHERE rolname LIKE 'records%'")).toBe(0);
  });

  it('leaves nothing of a step that fails, and stops there', async () => {
    const broken = { name: '0001-broken', sql: 'CREATE TABLE records.half (id int); SELECT 1 / 0' };
    await expect(migrate({ migrations: [broken, ...MIGRATIONS] })).rejects.toThrow('division by zero');
    expect(await ask("SELECT to_regclass('records.half') IS NULL")).toBe(true);
    expect(await ask('SELECT count(*)::int FROM records.applied_migrations')).toBe(0);
  });

  it(
    'applies each step once, however many run it at the same time',
    async () => {
      const runs = await Promise.all([migrate(), migrate(), migrate()]);
      expect(runs.map(({ length }) => length).sort()).toEqual([0, 0, NAMES.length]);
      expect(runs.find(({ length }) => length > 0)).toEqual(NAMES);
      expect(await migrate()).toEqual([]);
    },
    SLOW_MS,
  );

  it('refuses a step that changed after it was applied', async () => {
    const migrations = MIGRATIONS.map((migration, index) =>
      index === 1 ? { ...migration, sql: `${migration.sql} ` } : migration,
    );
    await expect(migrate({ migrations })).rejects.toThrow(`'${NAMES[1]}' must not change once it is applied`);
  });

  it('refuses to work on a database that a newer version has been at', async () => {
    await expect(migrate({ migrations: MIGRATIONS.slice(0, 1) })).rejects.toThrow(
      `'migrations' must have ${NAMES[1]} at place 2, got: nothing`,
    );
  });

  it('lets in one first administrator, and nobody else that way', async () => {
    await migrate({ firstAdministrator: 'first' });
    await migrate({ firstAdministrator: 'second' });
    expect(await ask('SELECT json_agg(json_build_object(subject, role)) FROM records.users')).toEqual([
      { first: 'admin' },
    ]);
    await expect(
      withSession(postgres, MASTER, (client) =>
        client.query(`SET ROLE records_owner;
          INSERT INTO records.users (id, subject, role, active) VALUES (gen_random_uuid(), 'third', 'admin', true)`),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('lets the service log in with IAM where the server knows of it', async () => {
    expect(await ask("SELECT pg_has_role('records_service', 'records_owner', 'MEMBER')")).toBe(false);
    await postgres.asSuperuser(
      'postgres',
      'CREATE ROLE rds_iam',
      `GRANT rds_iam TO ${MASTER} WITH ADMIN OPTION`,
    );
    await migrate();
    expect(await ask("SELECT pg_has_role('records_service', 'rds_iam', 'MEMBER')")).toBe(true);
  });
});

describe('the roles', () => {
  it('are not superusers, and neither creates anything nor goes around row-level security', async () => {
    expect(
      await ask(`SELECT json_agg(r ORDER BY rolname) FROM (
        SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication, rolcanlogin
        FROM pg_roles WHERE rolname LIKE 'records%') r`),
    ).toEqual(
      [
        ['records_owner', false],
        ['records_service', true],
      ].map(([rolname, rolcanlogin]) => ({
        rolname,
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
        rolcanlogin,
      })),
    );
  });

  it.each([
    ['ALTER ROLE records_service BYPASSRLS', 'ALTER ROLE records_service NOBYPASSRLS'],
    ['ALTER ROLE records_owner BYPASSRLS', 'ALTER ROLE records_owner NOBYPASSRLS'],
    ['GRANT records_owner TO records_service', 'REVOKE records_owner FROM records_service'],
  ])('stop the deployment when row-level security does not bind them: %s', async (given, taken) => {
    await postgres.asSuperuser(DATABASE, given);
    await expect(migrate()).rejects.toThrow("'roles' must be under row-level security");
    await postgres.asSuperuser(DATABASE, taken);
    expect(await migrate()).toEqual([]);
  });

  it('leave the service as owner of nothing', async () => {
    expect(await ask("SELECT count(*)::int FROM pg_class WHERE relowner = 'records_service'::regrole")).toBe(
      0,
    );
  });

  it('leave nothing to everybody else', async () => {
    await postgres.asSuperuser('postgres', `CREATE ROLE stranger LOGIN PASSWORD '${postgres.password}'`);
    await expect(withSession(postgres, 'stranger', async () => undefined)).rejects.toThrow(
      'permission denied for database',
    );
    expect(
      await ask(`SELECT count(*)::int FROM pg_class c, aclexplode(c.relacl) a
        WHERE c.relnamespace = 'records'::regnamespace AND a.grantee = 0`),
    ).toBe(0);
    expect(
      await ask(`SELECT count(*)::int FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = 'records'::regnamespace AND a.grantee = 0`),
    ).toBe(0);
  });

  it('force row-level security on every table but the sessions and the history', async () => {
    expect(
      await ask(`SELECT json_agg(relname ORDER BY relname) FROM pg_class
        WHERE relnamespace = 'records'::regnamespace AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)`),
    ).toEqual(['applied_migrations', 'sessions']);
  });
});
