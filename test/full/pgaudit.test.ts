import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresUnitOfWork } from '../../lambda/records/adapters/postgres/postgres-unit-of-work';
import { LIST_CATEGORIES } from '../../lambda/records/domain/access/category';
import { MIGRATIONS } from '../../lambda/records/migrations/migrations';
import { runMigrations } from '../../lambda/records/migrations/run-migrations';
import { postgresParameters } from '../../lib/constructs/postgres-parameters';
import {
  actor,
  CONTENT,
  databaseOf,
  PATIENTS,
  seedPractice,
  USERS,
} from '../lambda/records/database/practice';
import { rawCipher } from '../lambda/records/database/raw-cipher';
import { DATABASE, startRecordsServer, withSession } from '../lambda/records/database/records-database';
import type { TestPostgres } from '../support/postgres';

const BINARIES = '/usr/lib/postgresql/15/bin';
const EXTENSION = '/usr/share/postgresql/15/extension/pgaudit.control';
const HOW_TO_INSTALL = 'Install it with: apt-get install postgresql-15 postgresql-15-pgaudit';

/** As deployed, but for what only RDS has. */
const SETTINGS = Object.fromEntries(
  postgresParameters('15')
    .filter(({ name }) => !name.startsWith('rds.'))
    .map(({ name, value }) => [name, value]),
);

if (!existsSync(EXTENSION) || !existsSync(join(BINARIES, 'initdb'))) {
  // Nothing was proved: a build must say so by failing; whoever has no such server is told how to come by one.
  it(`audits a database without values: NOT RUN. ${HOW_TO_INSTALL}`, () => {
    console.warn(HOW_TO_INSTALL);
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('a server with pgaudit, as deployed', () => {
    let postgres: TestPostgres;
    let applied: readonly string[];

    beforeAll(async () => {
      postgres = await startRecordsServer({ binaries: BINARIES, settings: SETTINGS });
      // RDS lets the master set what PostgreSQL itself leaves to a superuser.
      applied = await withSession(postgres, postgres.superuser, (client) =>
        runMigrations(client, { databaseName: DATABASE, audit: 'required' }),
      );
      await postgres.asSuperuser(DATABASE, `ALTER ROLE records_service PASSWORD '${postgres.password}'`);
      await seedPractice(postgres, false);
    });
    afterAll(() => postgres.stop());

    /** What the server writes to its log while the work runs. */
    async function logOf(work: () => Promise<void>): Promise<string> {
      const before = postgres.log().length;
      await work();
      return postgres.log().slice(before);
    }

    it('is prepared and migrated', () => {
      expect(applied).toEqual(MIGRATIONS.map(({ name }) => name));
    });

    it('names who read and wrote which table, and no value', async () => {
      const log = await logOf(async () => {
        const database = databaseOf(postgres);
        const unit = new PostgresUnitOfWork(database, rawCipher());
        await unit.run(actor('admin', 'operations'), async ({ patients }) => {
          await patients.replace(PATIENTS.treated, 'demographics', 0, CONTENT.demographics);
          await patients.replace(PATIENTS.treated, 'identifiers', 0, CONTENT.identifiers);
          await patients.search({ familyName: 'Quillfeather' }, 5);
        });
        for (const [index, category] of LIST_CATEGORIES.entries()) {
          const who =
            category === 'insurance' ? actor('billing', 'payment') : actor('physician', 'treatment');
          const entry = { id: `e000000${index}-0000-4000-8000-000000000000`, content: CONTENT[category] };
          await unit.run(who, ({ patients }) => patients.addEntry(PATIENTS.treated, category, entry));
          await unit.run(who, ({ patients }) => patients.read(PATIENTS.treated, [category]));
        }
        await database.close();
      });
      for (const [kind, table] of [
        ['WRITE,INSERT', 'demographics'],
        ['WRITE,INSERT', 'psychotherapy_notes'],
        ['READ,SELECT', 'demographics'],
        ['READ,SELECT', 'lab_results'],
      ]) {
        expect(log).toMatch(
          new RegExp(`AUDIT: SESSION,\\d+,\\d+,${kind},TABLE,records\\.${table},<not logged>,<not logged>`),
        );
      }
      const values = Object.values(CONTENT)
        .flatMap((content) => Object.values(content as object))
        .filter((value): value is string => typeof value === 'string' && value.length > 5)
        .filter((value) => !['female', 'moderate', 'bloodPressure'].includes(value));
      expect(values.length).toBeGreaterThan(20);
      expect(values.filter((value) => log.includes(value))).toEqual([]);
    });

    it('writes no literal of anybody who goes around the service, and tells of it', async () => {
      const log = await logOf(() =>
        withSession(postgres, postgres.superuser, async (client) => {
          await client.query(`SELECT * FROM records.demographics WHERE family_name = 'Zebulon'`);
          await client.query(
            `UPDATE records.demographics SET family_name = 'Zebulon' WHERE city = 'Tamarack'`,
          );
          await client.query(`SELECT '078-05-1120'::text`);
          await client.query(`CREATE TABLE records.aside AS SELECT 'Zebulon'::text AS name`);
          await client.query(`DROP TABLE records.aside`);
          await client.query(`INSERT INTO records.notes VALUES ('Zebulon')`).catch(() => undefined);
          await client.query(`DO $$ BEGIN PERFORM 'Zebulon'; END $$`);
        }),
      );
      expect(log).toContain('READ,SELECT,TABLE,records.demographics,<not logged>');
      expect(log).toContain('WRITE,UPDATE,TABLE,records.demographics,<not logged>');
      expect(log).toContain('DDL,DROP TABLE,TABLE,records.aside,<not logged>');
      for (const canary of ['Zebulon', '078-05-1120', 'Tamarack']) expect(log).not.toContain(canary);
    });

    it('would write them without the preparation, so that the tests above can fail', async () => {
      await postgres.asSuperuser(DATABASE, `ALTER DATABASE ${DATABASE} SET pgaudit.log_statement = on`);
      const log = await logOf(() =>
        withSession(postgres, postgres.superuser, async (client) => {
          await client.query(`SELECT * FROM records.demographics WHERE family_name = 'Zebulon'`);
        }),
      );
      expect(log).toContain('Zebulon');
    });

    it('audits changes of roles without their passwords', async () => {
      const log = await logOf(() =>
        postgres.asSuperuser(
          'postgres',
          `CREATE ROLE newcomer LOGIN PASSWORD 'Zebulon-secret'`,
          `GRANT records_service TO newcomer`,
        ),
      );
      expect(log).toContain('ROLE,CREATE ROLE');
      expect(log).not.toContain('Zebulon-secret');
      expect(Object.values(USERS).filter((id) => log.includes(id))).toEqual([]);
    });
  });
}
