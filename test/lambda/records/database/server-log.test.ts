import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../lambda/records/adapters/postgres/database';
import { PostgresUnitOfWork } from '../../../../lambda/records/adapters/postgres/postgres-unit-of-work';
import { LIST_CATEGORIES } from '../../../../lambda/records/domain/access/category';
import { postgresParameters } from '../../../../lib/constructs/postgres-parameters';
import type { TestPostgres } from '../../../support/postgres';
import { actor, CONTENT, databaseOf, PATIENTS, seedPractice, USERS } from './practice';
import { rawCipher } from './raw-cipher';
import { MASTER, SLOW_MS, startRecordsDatabase, withSession } from './records-database';

/** What a deployed server is set to, but for what only RDS has and the library that this server does not have. */
const SETTINGS = Object.fromEntries(
  postgresParameters('18')
    .filter(({ name }) => !name.startsWith('rds.') && name !== 'shared_preload_libraries')
    .map(({ name, value }) => [name, value]),
);

/** Everything that was written or tried, as it could appear in a log. */
const CANARIES = [
  ...Object.values(CONTENT).flatMap((content) => Object.values(content as object)),
  'Zebulon',
  'canary-subject',
  'Felt faint in the lobby',
]
  .filter((value): value is string => typeof value === 'string' && value.length > 5)
  .filter((value) => !['female', 'moderate', 'bloodPressure'].includes(value));

let postgres: TestPostgres;
let database: Database;
let unit: PostgresUnitOfWork;
beforeAll(async () => {
  postgres = await startRecordsDatabase({ settings: SETTINGS });
  await seedPractice(postgres, false);
  database = databaseOf(postgres);
  unit = new PostgresUnitOfWork(database, rawCipher());
}, SLOW_MS);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

const admin = () => actor('admin', 'operations');

async function useEverything(): Promise<void> {
  await unit.run(admin(), async ({ patients, staff }) => {
    await patients.replace(PATIENTS.treated, 'demographics', 0, CONTENT.demographics);
    await patients.replace(PATIENTS.treated, 'identifiers', 0, CONTENT.identifiers);
    await patients.search({ familyName: 'Zebulon', givenName: 'Marigold', birthDate: '1971-03-14' }, 5);
    await staff.put({ id: randomUUID(), subject: 'canary-subject', role: 'nurse', active: true });
    await staff.put({ id: randomUUID(), subject: 'canary-subject', role: 'nurse', active: true });
  });
  for (const category of LIST_CATEGORIES) {
    const who = category === 'insurance' ? actor('billing', 'payment') : actor('physician', 'treatment');
    const entry = { id: randomUUID(), content: CONTENT[category] };
    await unit.run(who, ({ patients }) => patients.addEntry(PATIENTS.treated, category, entry));
  }
  const now = Date.now();
  await unit.run(actor('nurse', 'emergency'), ({ grants }) =>
    grants.add(
      {
        id: randomUUID(),
        userId: USERS.nurse,
        patientId: PATIENTS.absent,
        reason: 'disaster',
        grantedAt: new Date(now),
        expiresAt: new Date(now + 1),
        reviewDueAt: new Date(now),
      },
      'Felt faint in the lobby',
    ),
  );
}

/** Statements that fail for what they hold: each kind of error quotes it. */
const FAILING = [
  `INSERT INTO records.demographics (patient_id, version, family_name, given_name, birth_date, sex)
     VALUES ('${PATIENTS.treated}', 1, 'Zebulon', 'Quillfeather', '1971-03-14', 'female')`,
  `INSERT INTO records.notes (id, patient_id, version, author_id, recorded_at, text, written_on)
     VALUES ('${PATIENTS.treated}', '${PATIENTS.treated}', 0, '${USERS.nurse}', now(), 'Zebulon', '2026-01-01')`,
  `INSERT INTO records.allergies (id, patient_id, version, author_id, recorded_at, substance, severity)
     VALUES ('${PATIENTS.treated}', '${PATIENTS.treated}', 1, '${USERS.nurse}', now(), 'Zebulon', 'Quillfeather')`,
  `INSERT INTO records.users (id, subject, role, active) VALUES (gen_random_uuid(), 'canary-subject', 'nurse', true)`,
  `INSERT INTO records.notes (id, patient_id, version, author_id, recorded_at, text, written_on)
     VALUES (gen_random_uuid(), '${PATIENTS.absent}', 1, '${USERS.nurse}', now(), 'Zebulon', '2026-01-01')`,
  `SELECT 'Quillfeather'::int`,
  `SELECT '078-05-1120'::date`,
  `SELECT Zebulon FROM records.notes`,
  `SELEC 'Zebulon'`,
  `DO $$ BEGIN RAISE WARNING 'Zebulon'; RAISE EXCEPTION 'Quillfeather'; END $$`,
];

describe('the server’s own log', () => {
  it(
    'has connections and none of the values, after every table was used and every kind of error was made',
    async () => {
      await useEverything();
      for (const user of [postgres.superuser, 'records_service', MASTER]) {
        await withSession(postgres, user, async (client) => {
          for (const sql of FAILING) await expect(client.query(sql)).rejects.toThrow();
          await expect(client.query('SELECT $1::int', ['Quillfeather'])).rejects.toThrow();
          await client.query('SELECT $1::text', ['Zebulon']);
        });
      }
      const log = postgres.log();
      expect(log).toContain('connection authorized: user=records_service database=records');
      expect(log).toContain('SSL enabled (protocol=TLSv1.3');
      expect(CANARIES.length).toBeGreaterThan(25);
      expect(CANARIES.filter((canary) => log.includes(canary))).toEqual([]);
      expect(log).not.toMatch(/\b(?:INSERT|SELECT|UPDATE|STATEMENT:|DETAIL:)/);
    },
    SLOW_MS,
  );

  it(
    'would have them without the parameters, so that the search above can fail',
    async () => {
      const careless = await startRecordsDatabase();
      try {
        await withSession(careless, careless.superuser, async (client) => {
          for (const sql of FAILING) await client.query(sql).catch(() => undefined);
        });
        const log = careless.log();
        for (const canary of ['Zebulon', 'Quillfeather', '078-05-1120']) expect(log).toContain(canary);
      } finally {
        await careless.stop();
      }
    },
    SLOW_MS,
  );
});
