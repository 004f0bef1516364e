import type { Database } from '../../../../lambda/records/adapters/postgres/database';
import { PostgresUnitOfWork } from '../../../../lambda/records/adapters/postgres/postgres-unit-of-work';
import {
  CATEGORIES,
  LIST_CATEGORIES,
  type ListCategory,
} from '../../../../lambda/records/domain/access/category';
import type { Actor, Stores } from '../../../../lambda/records/ports/unit-of-work';
import type { TestPostgres } from '../../../support/postgres';
import { actor, CONTENT, databaseOf, PATIENTS, seedPractice, USERS } from './practice';
import { rawCipher } from './raw-cipher';
import { SLOW_MS, startRecordsDatabase, withSession } from './records-database';

let postgres: TestPostgres;
let database: Database;
let unit: PostgresUnitOfWork;
beforeAll(async () => {
  postgres = await startRecordsDatabase();
  await seedPractice(postgres, false);
  database = databaseOf(postgres);
  unit = new PostgresUnitOfWork(database, rawCipher());
}, SLOW_MS);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

const as = <T>(who: Actor, work: (stores: Stores) => Promise<T>) => unit.run(who, work);
const physician = () => actor('physician', 'treatment');
const admin = () => actor('admin', 'operations');
const billing = () => actor('billing', 'payment');
const entryId = (number: number) => `e0000000-0000-4000-8000-00000000000${number}`;

/** Who writes each list. */
const WRITERS: Readonly<Partial<Record<ListCategory, () => Actor>>> = { insurance: billing };

describe('PostgresPatientRecords', () => {
  it('adds a patient once', async () => {
    expect(await as(admin(), ({ patients }) => patients.add(entryId(0), CONTENT.demographics))).toBe(true);
    expect(await as(admin(), ({ patients }) => patients.add(entryId(0), CONTENT.demographics))).toBe(false);
  });

  it('writes what there is once, by its version', async () => {
    const replace = (version: number, familyName = 'Quillfeather') =>
      as(admin(), ({ patients }) =>
        patients.replace(PATIENTS.treated, 'demographics', version, { ...CONTENT.demographics, familyName }),
      );
    expect(await replace(0)).toBe('done');
    expect(await replace(0)).toBe('conflict');
    expect(await replace(1, 'Other')).toBe('done');
    expect(await replace(1)).toBe('conflict');
    expect(await replace(2)).toBe('done');
    expect(
      await as(physician(), ({ patients }) => patients.read(PATIENTS.treated, ['demographics'])),
    ).toEqual({ demographics: { version: 3, content: CONTENT.demographics } });
    expect(
      await as(admin(), ({ patients }) =>
        patients.replace(PATIENTS.absent, 'demographics', 0, CONTENT.demographics),
      ),
    ).toBe('absent');
  });

  it('takes identifiers down, changes them, and shows them to nobody', async () => {
    const replace = (version: number) =>
      as(admin(), ({ patients }) =>
        patients.replace(PATIENTS.treated, 'identifiers', version, CONTENT.identifiers),
      );
    expect(await replace(0)).toBe('done');
    expect(await replace(1)).toBe('done');
    expect(await replace(1)).toBe('conflict');
    for (const who of [admin(), physician(), actor('patient', 'patientRequest')]) {
      expect(await as(who, ({ patients }) => patients.read(PATIENTS.treated, ['identifiers']))).toEqual({
        identifiers: null,
      });
    }
  });

  it.each(LIST_CATEGORIES)('adds, finds, replaces and deletes entries of %s', async (category) => {
    const writer = WRITERS[category] ?? physician;
    const id = entryId(1);
    const content = CONTENT[category];
    const patientId = PATIENTS.treated;
    expect(
      await as(writer(), ({ patients }) => patients.addEntry(patientId, category, { id, content })),
    ).toBe('done');
    expect(
      await as(writer(), ({ patients }) => patients.addEntry(patientId, category, { id, content })),
    ).toBe('conflict');
    const readers = { insurance: billing, diagnosisCodes: billing } as Partial<
      Record<ListCategory, () => Actor>
    >;
    const reader = readers[category] ?? physician;
    const at = new Date();
    const [entry] =
      (await as(reader(), ({ patients }) => patients.read(patientId, [category])))?.[category] ?? [];
    expect(entry).toMatchObject({ id, version: 1, authorId: writer().userId, content });
    expect(Math.abs((entry?.recordedAt.getTime() ?? 0) - at.getTime())).toBeLessThan(5_000);
    expect(await as(reader(), ({ patients }) => patients.findEntry(patientId, category, id))).toEqual(entry);

    const replaced = (version: number) =>
      as(writer(), ({ patients }) => patients.replaceEntry(patientId, category, { id, version, content }));
    expect(await replaced(1)).toBe('done');
    expect(await replaced(1)).toBe('conflict');
    const deleter = category === 'insurance' ? billing : physician;
    const deleted = (version: number, entry = id) =>
      as(deleter(), ({ patients }) => patients.deleteEntry(patientId, category, entry, version));
    expect(await deleted(1)).toBe('conflict');
    expect(await deleted(2)).toBe('done');
    expect(await deleted(2)).toBe('absent');
    expect(await as(reader(), ({ patients }) => patients.findEntry(patientId, category, id))).toBeUndefined();
  });

  it('is as if there were no such patient for whom the actor must not see', async () => {
    const who = physician();
    for (const patientId of [PATIENTS.other, PATIENTS.absent]) {
      await as(who, async ({ patients }) => {
        expect(await patients.standingTo(patientId)).toEqual({ relations: [], breakGlassId: null });
        expect(await patients.read(patientId, CATEGORIES)).toBeUndefined();
        expect(await patients.findEntry(patientId, 'notes', entryId(1))).toBeUndefined();
        const note = { id: entryId(7), content: CONTENT.notes };
        expect(await patients.addEntry(patientId, 'notes', note)).toBe('absent');
        expect(await patients.replaceEntry(patientId, 'notes', { ...note, version: 1 })).toBe('absent');
        expect(await patients.deleteEntry(patientId, 'notes', entryId(1), 1)).toBe('absent');
      });
    }
  });

  it('does not find an entry under another patient', async () => {
    const id = entryId(2);
    await as(physician(), ({ patients }) =>
      patients.addEntry(PATIENTS.treated, 'notes', { id, content: CONTENT.notes }),
    );
    await as(physician(), async ({ patients }) => {
      expect(await patients.findEntry(PATIENTS.other, 'notes', id)).toBeUndefined();
      expect(await patients.deleteEntry(PATIENTS.other, 'notes', id, 1)).toBe('absent');
    });
  });

  it('shows psychotherapy notes to their author alone', async () => {
    const content = CONTENT.psychotherapyNotes;
    await as(physician(), ({ patients }) =>
      patients.addEntry(PATIENTS.treated, 'psychotherapyNotes', { id: entryId(3), content }),
    );
    await as(admin(), ({ staff }) => staff.joinCareTeam(PATIENTS.treated, USERS.otherPhysician));
    const seen = async (who: Actor) =>
      (await as(who, ({ patients }) => patients.read(PATIENTS.treated, ['psychotherapyNotes'])))
        ?.psychotherapyNotes;
    expect(await seen(physician())).toMatchObject([{ content }]);
    expect(await seen(actor('otherPhysician', 'treatment'))).toEqual([]);
    expect(await seen(actor('patient', 'patientRequest'))).toEqual([]);
    await as(admin(), ({ staff }) => staff.leaveCareTeam(PATIENTS.treated, USERS.otherPhysician));
  });

  it('stores identifiers and psychotherapy notes as ciphertext', async () => {
    await withSession(postgres, postgres.superuser, async (client) => {
      const { rows } = await client.query(
        'SELECT ssn, driver_license, passport FROM records.identifiers UNION ALL SELECT text, text, text FROM records.psychotherapy_notes',
      );
      const stored = rows.flatMap((row: object) => Object.values(row)).filter((value) => value !== null);
      expect(stored.length).toBeGreaterThan(3);
      for (const ciphertext of stored) {
        expect(Buffer.isBuffer(ciphertext)).toBe(true);
        for (const canary of ['078-05-1120', 'D-4417', 'Thaddeus'])
          expect(ciphertext.includes(canary)).toBe(false);
      }
    });
  });

  it('searches by the beginnings of names and the day of birth, and only whom the actor may see', async () => {
    const search = (who: Actor, criteria: Parameters<Stores['patients']['search']>[0], limit = 10) =>
      as(who, ({ patients }) => patients.search(criteria, limit));
    await as(admin(), ({ patients }) =>
      patients.replace(PATIENTS.other, 'demographics', 0, {
        ...CONTENT.demographics,
        givenName: 'Percent%_',
      }),
    );
    const ids = async (...args: Parameters<typeof search>) => (await search(...args)).map(({ id }) => id);
    expect(await search(physician(), { familyName: 'quillF' })).toEqual([
      {
        id: PATIENTS.treated,
        relations: ['careTeam'],
        demographics: { familyName: 'Quillfeather', givenName: 'Marigold', birthDate: '1971-03-14' },
      },
    ]);
    expect(await ids(admin(), { familyName: 'Quill', givenName: 'percent%' })).toEqual([PATIENTS.other]);
    expect(await ids(admin(), { familyName: '%' })).toEqual([]);
    expect(await ids(admin(), { familyName: 'Quillfeathe_' })).toEqual([]);
    expect(await ids(billing(), { birthDate: '1971-03-14' })).toHaveLength(3);
    expect(await ids(billing(), { birthDate: '1971-03-14' }, 2)).toHaveLength(2);
    expect(await ids(billing(), { birthDate: '1971-03-15' })).toEqual([]);
    expect(await ids(actor('otherPhysician', 'treatment'), { familyName: 'Quill' })).toEqual([]);
    expect(await search(actor('patient', 'patientRequest'), { familyName: 'Quill' })).toMatchObject([
      { id: PATIENTS.treated, relations: ['self'] },
    ]);
  });

  it('leaves nothing of a transaction whose work fails at its end', async () => {
    const id = entryId(9);
    await expect(
      as(physician(), async ({ patients }) => {
        expect(await patients.addEntry(PATIENTS.treated, 'notes', { id, content: CONTENT.notes })).toBe(
          'done',
        );
        throw new Error('the audit log must take the event');
      }),
    ).rejects.toThrow('the audit log must take the event');
    expect(
      await as(physician(), ({ patients }) => patients.findEntry(PATIENTS.treated, 'notes', id)),
    ).toBeUndefined();
  });

  it('forgets for whom a transaction ran when it is over', async () => {
    await as(physician(), ({ patients }) => patients.search({}, 10));
    for (const { user } of await database.query(`SELECT current_setting('app.user_id', true) AS "user"`)) {
      expect(user ?? '').toBe('');
    }
    expect(await database.query('SELECT FROM records.demographics')).toEqual([]);
  });
});
