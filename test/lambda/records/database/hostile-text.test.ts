import type { Database } from '../../../../lambda/records/adapters/postgres/database';
import { PostgresSessionStore } from '../../../../lambda/records/adapters/postgres/postgres-session-store';
import { PostgresUnitOfWork } from '../../../../lambda/records/adapters/postgres/postgres-unit-of-work';
import { PostgresUserDirectory } from '../../../../lambda/records/adapters/postgres/postgres-user-directory';
import { LIST_CATEGORIES, type ListCategory } from '../../../../lambda/records/domain/access/category';
import type { CategoryContent } from '../../../../lambda/records/domain/record/patient-record';
import type { Actor, Stores } from '../../../../lambda/records/ports/unit-of-work';
import type { TestPostgres } from '../../../support/postgres';
import { actor, CONTENT, databaseOf, PATIENTS, seedPractice, USERS } from './practice';
import { rawCipher } from './raw-cipher';
import { SLOW_MS, startRecordsDatabase, withSession } from './records-database';

const ATTACKS = [
  `' OR '1'='1`,
  `' OR 1=1 --`,
  `'; DROP TABLE records.notes; --`,
  `'); DELETE FROM records.demographics; --`,
  `' UNION SELECT id, subject, role, kind FROM records.users --`,
  `\\'; SELECT pg_sleep(3); --`,
  `$1`,
  `$$; SELECT 1; $$`,
  `" OR ""="`,
  `%' AND '%'='`,
  `' || (SELECT string_agg(subject, ',') FROM records.users) || '`,
  `'::int; SET ROLE records_owner; --`,
  `' ; SELECT set_config('app.role', 'admin', false); --`,
] as const;

let postgres: TestPostgres;
let database: Database;
let unit: PostgresUnitOfWork;
beforeAll(async () => {
  postgres = await startRecordsDatabase();
  await seedPractice(postgres);
  database = databaseOf(postgres);
  unit = new PostgresUnitOfWork(database, rawCipher());
}, SLOW_MS);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

/** A fingerprint of everything that the database holds. */
const state = () =>
  withSession(postgres, postgres.superuser, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'records'::regnamespace AND relkind = 'r' ORDER BY 1`,
    );
    const hashes: string[] = [];
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ hash: string }>(
        `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM records.${name} t`,
      );
      hashes.push(`${name} ${found[0]?.hash}`);
    }
    const rights = await client.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolconfig FROM pg_roles WHERE rolname LIKE 'records%' ORDER BY 1`,
    );
    return [...hashes, JSON.stringify(rights.rows)];
  });

const as = <T>(who: Actor, work: (stores: Stores) => Promise<T>) => unit.run(who, work);
const physician = () => actor('physician', 'treatment');
const admin = () => actor('admin', 'operations');

/** Every place that takes text, asked with an attack; what is no date, id or code must be refused by its code. */
const QUESTIONS: readonly (readonly [string, (attack: string) => Promise<unknown>])[] = [
  [
    'the search by family name',
    (familyName) => as(admin(), ({ patients }) => patients.search({ familyName }, 10)),
  ],
  [
    'the search by given name',
    (givenName) => as(admin(), ({ patients }) => patients.search({ givenName }, 10)),
  ],
  [
    'the search by birth date',
    (birthDate) => as(admin(), ({ patients }) => patients.search({ birthDate }, 10)),
  ],
  ['the id of a patient', (id) => as(admin(), ({ patients }) => patients.read(id, ['demographics']))],
  ['the standing to a patient', (id) => as(physician(), ({ patients }) => patients.standingTo(id))],
  [
    'the id of an entry',
    (id) => as(physician(), ({ patients }) => patients.findEntry(PATIENTS.treated, 'notes', id)),
  ],
  [
    'the deletion of an entry',
    (id) => as(physician(), ({ patients }) => patients.deleteEntry(PATIENTS.treated, 'notes', id, 1)),
  ],
  ['the id of a grant', (id) => as(admin(), ({ grants }) => grants.find(id))],
  ['a subject', (subject) => new PostgresUserDirectory(database).findBySubject(subject)],
  ['the secret of a session', (hash) => new PostgresSessionStore(database).find(hash)],
  ['the end of a session', (hash) => new PostgresSessionStore(database).end(hash, 'logout', new Date())],
  [
    'the end of a user’s session',
    (id) => new PostgresSessionStore(database).endOfUser(id, 'revoked', new Date()),
  ],
  [
    'the user who acts',
    (userId) => as({ ...physician(), userId }, ({ patients }) => patients.search({}, 10)),
  ],
  [
    'the role that acts',
    (role) => as({ ...physician(), role: role as 'admin' }, ({ patients }) => patients.search({}, 10)),
  ],
];

describe('hostile text', () => {
  it.each(QUESTIONS)(
    'finds nothing and changes nothing as %s',
    async (_place, ask) => {
      const before = await state();
      for (const attack of ATTACKS) {
        const answer = await ask(attack).catch((error: { code?: string }) => error.code);
        const nothing = [undefined, '22P02', '22007', '22008'].includes(answer as string);
        const none = { relations: [], breakGlassId: null };
        if (!nothing) expect([attack, answer]).toEqual([attack, Array.isArray(answer) ? [] : none]);
      }
      expect(await state()).toEqual(before);
    },
    SLOW_MS,
  );

  it(
    'is stored as it is in every text of every category',
    async () => {
      for (const [index, attack] of ATTACKS.entries()) {
        for (const [place, category] of LIST_CATEGORIES.entries()) {
          const id = `e${index.toString(16)}${place.toString(16)}00000-0000-4000-8000-000000000000`;
          const content = poisoned(category, attack);
          const writer = category === 'insurance' ? actor('billing', 'payment') : physician();
          await as(writer, ({ patients }) => patients.addEntry(PATIENTS.treated, category, { id, content }));
          const reader = ['insurance', 'diagnosisCodes'].includes(category)
            ? actor('billing', 'payment')
            : physician();
          const entry = await as(reader, ({ patients }) =>
            patients.findEntry(PATIENTS.treated, category, id),
          );
          expect(entry?.content).toEqual(content);
        }
      }
    },
    SLOW_MS,
  );

  it(
    'is stored as it is in demographics, identifiers and justifications',
    async () => {
      for (const [index, attack] of ATTACKS.entries()) {
        const demographics = { ...CONTENT.demographics, familyName: attack, email: attack, city: attack };
        await as(admin(), async ({ patients }) => {
          await patients.replace(PATIENTS.treated, 'demographics', index + 1, demographics);
          await patients.replace(PATIENTS.treated, 'identifiers', index + 1, {
            ssn: attack,
            driverLicense: null,
            passport: null,
          });
          const record = await patients.read(PATIENTS.treated, ['demographics']);
          expect(record?.demographics?.content).toEqual(demographics);
        });
      }
    },
    SLOW_MS,
  );

  it('makes nobody somebody else when it is the subject of an account', async () => {
    for (const subject of ATTACKS) {
      await as(admin(), ({ staff }) => staff.put({ id: USERS.nurse, subject, role: 'nurse', active: true }));
      expect(await new PostgresUserDirectory(database).findBySubject(subject)).toMatchObject({
        id: USERS.nurse,
      });
    }
  });
});

/** Fields that hold text of whoever writes; the others are dates and codes of a closed set. */
const FREE = [
  'payer',
  'memberId',
  'groupNumber',
  'description',
  'code',
  'name',
  'dose',
  'test',
  'value',
  'unit',
  'text',
  'substance',
  'reaction',
];

function poisoned<C extends ListCategory>(category: C, attack: string): CategoryContent[C] {
  const content: CategoryContent[C] = { ...CONTENT[category] };
  const fields = Object.keys(content).filter((field) => FREE.includes(field));
  return Object.assign(content, Object.fromEntries(fields.map((field) => [field, attack])));
}
