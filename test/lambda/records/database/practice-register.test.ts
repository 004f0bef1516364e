import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../lambda/records/adapters/postgres/database';
import { PostgresUnitOfWork } from '../../../../lambda/records/adapters/postgres/postgres-unit-of-work';
import { PostgresUserDirectory } from '../../../../lambda/records/adapters/postgres/postgres-user-directory';
import type { BreakGlassGrant } from '../../../../lambda/records/domain/break-glass/grant';
import type { Actor, Stores } from '../../../../lambda/records/ports/unit-of-work';
import type { TestPostgres } from '../../../support/postgres';
import { actor, databaseOf, PATIENTS, seedPractice, USERS } from './practice';
import { rawCipher } from './raw-cipher';
import { SLOW_MS, startRecordsDatabase, withSession } from './records-database';

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

const as = <T>(who: Actor, work: (stores: Stores) => Promise<T>) => unit.run(who, work);
const administer = <T>(work: (staff: Stores['staff']) => Promise<T>) =>
  as(actor('admin', 'operations'), ({ staff }) => work(staff));
const known = (subject: string) => new PostgresUserDirectory(database).findBySubject(subject);

describe('PostgresStaffRegister', () => {
  const member = { id: randomUUID(), subject: 'newcomer', role: 'nurse', active: true } as const;

  it('adds and replaces a member of staff', async () => {
    expect(await administer((staff) => staff.put(member))).toBe('done');
    expect(await administer((staff) => staff.put({ ...member, role: 'physician', active: false }))).toBe(
      'done',
    );
    expect(await known('newcomer')).toMatchObject({ id: member.id, role: 'physician', active: false });
  });

  it('takes no subject from somebody else, no account of a patient, and goes on with the transaction', async () => {
    await administer(async (staff) => {
      expect(await staff.put({ ...member, id: randomUUID(), subject: 'nurse' })).toBe('conflict');
      expect(await staff.put({ ...member, id: USERS.patient, subject: 'x' })).toBe('conflict');
      expect(await staff.put({ ...member, id: randomUUID(), subject: 'one-more' })).toBe('done');
    });
    expect(await known('one-more')).toMatchObject({ role: 'nurse' });
    expect(await known('patient')).toMatchObject({ role: 'patient' });
  });

  it('makes somebody one of a care team, once, and takes them out again', async () => {
    const standing = () =>
      as(actor('otherPhysician', 'treatment'), ({ patients }) => patients.standingTo(PATIENTS.treated));
    const join = () => administer((staff) => staff.joinCareTeam(PATIENTS.treated, USERS.otherPhysician));
    expect([await join(), await join()]).toEqual(['done', 'done']);
    expect((await standing()).relations).toEqual(['careTeam']);
    const leave = () => administer((staff) => staff.leaveCareTeam(PATIENTS.treated, USERS.otherPhysician));
    expect([await leave(), await leave()]).toEqual(['done', 'absent']);
    expect((await standing()).relations).toEqual([]);
  });

  it('knows no care team of unknown patients, unknown staff or patients', async () => {
    await administer(async (staff) => {
      expect(await staff.joinCareTeam(PATIENTS.absent, USERS.nurse)).toBe('absent');
      expect(await staff.joinCareTeam(PATIENTS.treated, PATIENTS.absent)).toBe('absent');
      expect(await staff.joinCareTeam(PATIENTS.treated, USERS.otherPatient)).toBe('absent');
    });
  });

  it('gives a person the own record, one person a record, and takes it away for good', async () => {
    const link = (patient: string, subject: string | null) =>
      administer((staff) => staff.linkPatient(patient, subject));
    expect(await link(PATIENTS.absent, 'somebody')).toBe('absent');
    expect(await link(PATIENTS.other, 'nurse')).toBe('conflict');
    expect(await known('otherPatient')).toMatchObject({ id: USERS.otherPatient });
    expect(await link(PATIENTS.other, 'somebody')).toBe('done');
    expect(await link(PATIENTS.other, 'somebody')).toBe('done');
    const first = await known('somebody');
    expect(first).toMatchObject({ role: 'patient', active: true });
    // Whoever had it is nobody now, and holds no session.
    expect(await known('otherPatient')).toBeUndefined();
    expect(await link(PATIENTS.other, null)).toBe('done');
    expect(await known('somebody')).toBeUndefined();
    expect(await link(PATIENTS.treated, 'somebody')).toBe('done');
    const second = await known('somebody');
    expect(second?.id).not.toBe(first?.id);
    const seen = (userId: string | undefined) =>
      as(
        { userId: userId ?? '', role: 'patient', purpose: 'patientRequest', at: new Date() },
        ({ patients }) => patients.search({}, 10),
      );
    expect((await seen(second?.id)).map(({ id }) => id)).toEqual([PATIENTS.treated]);
    expect(await seen(first?.id)).toEqual([]);
  });
});

describe('PostgresBreakGlassGrants', () => {
  const HOUR_MS = 3_600_000;
  const newGrant = (patientId: string = PATIENTS.other): BreakGlassGrant => ({
    id: randomUUID(),
    userId: USERS.nurse,
    patientId,
    reason: 'unconscious',
    grantedAt: new Date(),
    expiresAt: new Date(Date.now() + HOUR_MS),
    reviewDueAt: new Date(Date.now() + 72 * HOUR_MS),
  });
  const nurse = (at = new Date()): Actor => ({ ...actor('nurse', 'emergency'), at });
  const add = (grant: BreakGlassGrant) =>
    as(nurse(), ({ grants }) => grants.add(grant, 'Found on the floor.'));
  const relations = (at?: Date) =>
    as(nurse(at), async ({ patients }) => (await patients.standingTo(PATIENTS.other)).relations);
  const administrator = (who: 'admin' | 'otherAdmin' = 'admin') => actor(who, 'operations');
  const review = (grantId: string, outcome: 'justified' | 'notJustified') =>
    as(administrator(), ({ grants }) =>
      grants.review(grantId, { reviewerId: USERS.admin, outcome, reviewedAt: new Date() }),
    );

  it('opens a record to one person, until it runs out or somebody finds it not justified', async () => {
    const grant = newGrant();
    expect(await relations()).toEqual([]);
    expect(await add(grant)).toBe('done');
    expect(await relations()).toEqual(['breakGlass']);
    expect(await relations(grant.expiresAt)).toEqual([]);
    expect(await relations(new Date(grant.expiresAt.getTime() - 1))).toEqual(['breakGlass']);
    const other = { ...nurse(), userId: USERS.otherPhysician, role: 'physician' as const };
    expect((await as(other, ({ patients }) => patients.standingTo(PATIENTS.other))).relations).toEqual([]);
    expect(
      (await as(nurse(), ({ patients }) => patients.read(PATIENTS.other, ['vitals', 'notes'])))?.vitals,
    ).toHaveLength(1);
    expect(await review(grant.id, 'notJustified')).toBe('done');
    expect(await relations()).toEqual([]);
    expect(await as(nurse(), ({ patients }) => patients.read(PATIENTS.other, ['vitals']))).toBeUndefined();
  });

  it('knows no grant for a patient who is not there, and goes on with the transaction', async () => {
    await as(nurse(), async ({ grants, patients }) => {
      expect(await grants.add(newGrant(PATIENTS.absent), 'Somebody called.')).toBe('absent');
      expect((await patients.standingTo(PATIENTS.treated)).relations).toEqual(['careTeam']);
    });
  });

  it('lists to administrators what waits for its review, with the words, and no one else', async () => {
    const [later, sooner] = [newGrant(), { ...newGrant(), reviewDueAt: new Date(Date.now() + HOUR_MS) }];
    await add(later);
    await add(sooner);
    const list = (who: Actor, limit = 10) => as(who, ({ grants }) => grants.listUnreviewed(limit));
    expect(await list(administrator())).toEqual([
      { ...sooner, justification: 'Found on the floor.' },
      { ...later, justification: 'Found on the floor.' },
    ]);
    expect(await list(administrator(), 1)).toHaveLength(1);
    expect(await list(nurse())).toEqual([]);
    expect(await list(actor('physician', 'treatment'))).toEqual([]);
  });

  it('stores the words as ciphertext', async () => {
    await withSession(postgres, postgres.superuser, async (client) => {
      const { rows } = await client.query('SELECT justification FROM records.break_glass_justifications');
      expect(rows.length).toBeGreaterThan(0);
      for (const { justification } of rows) expect(justification.includes('floor')).toBe(false);
    });
  });

  it('takes one review, from somebody else', async () => {
    const grant = newGrant();
    await add(grant);
    expect(await review(grant.id, 'justified')).toBe('done');
    expect(await review(grant.id, 'notJustified')).toBe('conflict');
    expect(await relations()).toContain('breakGlass');
    expect(await review(randomUUID(), 'justified')).toBe('absent');
    const own = newGrant();
    await add(own);
    await expect(
      as(nurse(), ({ grants }) =>
        grants.review(own.id, { reviewerId: USERS.nurse, outcome: 'justified', reviewedAt: new Date() }),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      as(administrator('otherAdmin'), ({ grants }) =>
        grants.review(own.id, { reviewerId: USERS.admin, outcome: 'justified', reviewedAt: new Date() }),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
