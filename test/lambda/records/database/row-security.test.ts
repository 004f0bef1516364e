import type { Client } from 'pg';
import { CedarAuthorizer } from '../../../../lambda/records/adapters/cedar-authorizer';
import { readCedarPolicies } from '../../../../lambda/records/adapters/cedar-policies';
import { CATEGORIES, type Category } from '../../../../lambda/records/domain/access/category';
import { PURPOSES } from '../../../../lambda/records/domain/access/purpose';
import type { Relation } from '../../../../lambda/records/domain/access/relation';
import type { TestPostgres } from '../../../support/postgres';
import { PATIENTS, roleOf, seedPractice, tableName, USERS } from './practice';
import { DATABASE, SLOW_MS, startRecordsDatabase, withSession } from './records-database';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startRecordsDatabase();
  await seedPractice(postgres);
  await postgres.asSuperuser(
    DATABASE,
    ...[
      ['d1', 'otherPhysician', 'other', "now() + interval '1 hour'", 'NULL'],
      ['d2', 'nurse', 'other', "now() + interval '1 hour'", 'now()'],
      ['d3', 'nurse', 'other', "now() - interval '2 minutes'", 'NULL'],
    ].map(
      ([id, user, patient, expires, ended]) =>
        `INSERT INTO records.break_glass_grants (id, user_id, patient_id, reason, granted_at, expires_at, review_due_at, ended_at)
         VALUES ('${id}000000-0000-4000-8000-000000000001', '${USERS[user as keyof typeof USERS]}',
           '${PATIENTS[patient as keyof typeof PATIENTS]}', 'disaster', now() - interval '1 hour', ${expires}, now(), ${ended})`,
    ),
  );
}, SLOW_MS);
afterAll(() => postgres.stop());

type User = keyof typeof USERS;

/** What a session of the service says of itself; nothing holds it to the truth. */
interface Claim {
  readonly user?: string;
  readonly role?: string;
  readonly purpose?: string;
  readonly at?: Date;
}

/** Runs raw SQL as the service, without any check of the service, and takes everything back. */
async function bypass<T>(client: Client, claim: Claim, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    for (const [name, value] of Object.entries({
      'app.user_id': claim.user,
      'app.role': claim.role,
      'app.purpose': claim.purpose,
      'app.at': claim.at?.toISOString(),
    })) {
      if (value !== undefined) await client.query('SELECT set_config($1, $2, true)', [name, value]);
    }
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

/** How many rows a statement reaches; a refusal reaches none. */
async function reach(client: Client, sql: string): Promise<number> {
  await client.query('SAVEPOINT before');
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } catch (error) {
    expect((error as { code?: string }).code).toBe('42501');
    await client.query('ROLLBACK TO SAVEPOINT before');
    return 0;
  }
}

const honest = (user: User, purpose: string): Claim => ({
  user: USERS[user],
  role: roleOf(user),
  purpose,
  at: new Date(),
});

/** Everything that there is to see and change, whoever asks. */
async function everything(client: Client): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const category of CATEGORIES) {
    const table = tableName(category);
    found[`read ${category}`] = await reach(client, `SELECT FROM records.${table}`);
    found[`write ${category}`] = await reach(client, `UPDATE records.${table} SET version = version + 1`);
    found[`delete ${category}`] = await reach(client, `DELETE FROM records.${table}`);
  }
  found['read patients'] = await reach(client, 'SELECT FROM records.patients');
  return found;
}

describe('row-level security behind a service whose own check is bypassed', () => {
  const session = <T>(work: (client: Client) => Promise<T>) => withSession(postgres, 'records_service', work);
  const reached = (claim: Claim) => session((client) => bypass(client, claim, () => everything(client)));

  it.each<[string, Claim]>([
    ['nobody is named', {}],
    ['somebody is named without a role', { user: USERS.physician, purpose: 'treatment', at: new Date() }],
    [
      'a role is claimed that the person does not have',
      { ...honest('nurse', 'treatment'), role: 'physician' },
    ],
    ['an administrator is claimed', { ...honest('physician', 'operations'), role: 'admin' }],
    ['the person is not active any more', honest('leftPhysician', 'treatment')],
    ['the person is unknown', { ...honest('physician', 'treatment'), user: PATIENTS.absent }],
    ['no purpose is named', { user: USERS.physician, role: 'physician', at: new Date() }],
    ['the purpose is not one of the role', honest('billing', 'treatment')],
    ['the emergency ran out', honest('nurse', 'emergency')],
    [
      'the service says that it is earlier',
      { ...honest('nurse', 'emergency'), at: new Date(Date.now() - 1_800_000) },
    ],
  ])('shows and changes nothing when %s', async (_case, claim) => {
    const found = await reached(claim);
    expect(Object.entries(found).filter(([, rows]) => rows > 0)).toEqual([]);
  });

  it('keeps a session from acting as the owner', async () => {
    await session(async (client) => {
      await expect(client.query('SET ROLE records_owner')).rejects.toThrow('permission denied');
      await expect(client.query('ALTER TABLE records.notes DISABLE ROW LEVEL SECURITY')).rejects.toThrow(
        'owner',
      );
      await expect(client.query('SET row_security = off; SELECT * FROM records.notes')).rejects.toThrow(
        'row-level security',
      );
      await expect(client.query('TRUNCATE records.notes')).rejects.toThrow('permission denied');
      await expect(client.query('CREATE TABLE records.copy (a int)')).rejects.toThrow('permission denied');
    });
  });

  it('holds the owner of the tables to it as well', async () => {
    await withSession(postgres, postgres.superuser, async (client) => {
      await client.query('SET ROLE records_owner');
      expect((await client.query('SELECT FROM records.notes')).rowCount).toBe(0);
    });
  });

  it('lets nobody write in the name of another', async () => {
    await session((client) =>
      bypass(client, honest('physician', 'treatment'), async () => {
        const note = (author: string) =>
          reach(
            client,
            `INSERT INTO records.notes (id, patient_id, version, author_id, recorded_at, text, written_on)
             VALUES (gen_random_uuid(), '${PATIENTS.treated}', 1, '${author}', now(), 't', '2026-01-01')`,
          );
        expect(await note(USERS.otherPhysician)).toBe(0);
        expect(await note(USERS.physician)).toBe(1);
      }),
    );
  });

  it('lets nobody give themselves rights, patients or a way into an emergency of their own making', async () => {
    await session((client) =>
      bypass(client, honest('nurse', 'treatment'), async () => {
        for (const sql of [
          `UPDATE records.users SET role = 'admin' WHERE id = '${USERS.nurse}'`,
          `INSERT INTO records.users (id, subject, role, active) VALUES (gen_random_uuid(), 'new', 'admin', true)`,
          `INSERT INTO records.care_team (patient_id, user_id) VALUES ('${PATIENTS.other}', '${USERS.nurse}')`,
          `UPDATE records.break_glass_grants SET ended_at = NULL`,
          `INSERT INTO records.break_glass_grants (id, user_id, patient_id, reason, granted_at, expires_at, review_due_at)
             VALUES (gen_random_uuid(), '${USERS.physician}', '${PATIENTS.other}', 'disaster', now(), now() + interval '1 hour', now())`,
          'SELECT FROM records.break_glass_justifications',
        ]) {
          expect([sql, await reach(client, sql)]).toEqual([sql, 0]);
        }
      }),
    );
  });
});

describe('row-level security and the policies', () => {
  const PEOPLE: readonly (readonly [User, patient: keyof typeof PATIENTS, readonly Relation[]])[] = [
    ['physician', 'treated', ['careTeam']],
    ['physician', 'other', []],
    ['otherPhysician', 'treated', []],
    ['otherPhysician', 'other', ['breakGlass']],
    ['nurse', 'treated', ['careTeam']],
    ['nurse', 'other', []],
    ['billing', 'treated', []],
    ['admin', 'treated', []],
    ['patient', 'treated', ['self']],
    ['patient', 'other', []],
  ];

  const authorizer = new CedarAuthorizer(readCedarPolicies());

  async function permitted(
    user: User,
    category: Category,
    relations: readonly Relation[],
    purpose: (typeof PURPOSES)[number],
  ): Promise<readonly boolean[]> {
    const actions = [['read'], ['write', 'diagnose'], ['delete']] as const;
    return Promise.all(
      actions.map(async (verbs) => {
        const decisions = await authorizer.decide(
          verbs.map((action) => ({
            role: roleOf(user),
            action,
            resource: category,
            relations,
            purpose,
            author: user === 'physician',
          })),
        );
        return decisions.some(({ allowed }) => allowed);
      }),
    );
  }

  it.each(PEOPLE)(
    'say the same of every category, verb and purpose: %s, %s',
    async (user, patient, relations) => {
      await withSession(postgres, 'records_service', async (client) => {
        for (const purpose of PURPOSES) {
          await bypass(client, honest(user, purpose), async () => {
            for (const category of CATEGORIES) {
              const rows = `records.${tableName(category)} WHERE patient_id = '${PATIENTS[patient]}'`;
              const read = await reach(client, `SELECT FROM ${rows}`);
              // The service says that it changes something for roles that change what they do not read.
              await client.query(`SELECT set_config('app.changing', 'on', true)`);
              const author = ['demographics', 'identifiers'].includes(category)
                ? ''
                : `, author_id = '${USERS[user]}'`;
              const write = await reach(
                client,
                `UPDATE ${rows.replace(' WHERE', ` SET version = 2${author} WHERE`)}`,
              );
              await client.query('SAVEPOINT deleting');
              const deleted = await reach(client, `DELETE FROM ${rows}`);
              await client.query('ROLLBACK TO SAVEPOINT deleting');
              await client.query(`SELECT set_config('app.changing', 'off', true)`);
              const question = { user, patient, purpose, category };
              expect({ ...question, reached: [read, write, deleted].map((count) => count > 0) }).toEqual({
                ...question,
                reached: await permitted(user, category, relations, purpose),
              });
            }
          });
        }
      });
    },
    SLOW_MS,
  );
});
