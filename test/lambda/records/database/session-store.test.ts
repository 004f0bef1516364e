import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../../../lambda/records/adapters/postgres/database';
import { PostgresSessionStore } from '../../../../lambda/records/adapters/postgres/postgres-session-store';
import { PostgresUserDirectory } from '../../../../lambda/records/adapters/postgres/postgres-user-directory';
import type { NewSession } from '../../../../lambda/records/domain/session/session';
import type { EndedSession } from '../../../../lambda/records/ports/session-store';
import type { TestPostgres } from '../../../support/postgres';
import { databaseOf, seedPractice, USERS } from './practice';
import { DATABASE, SLOW_MS, startRecordsDatabase, withSession } from './records-database';

let postgres: TestPostgres;
let database: Database;
let sessions: PostgresSessionStore;
beforeAll(async () => {
  postgres = await startRecordsDatabase();
  await seedPractice(postgres, false);
  database = databaseOf(postgres, 8);
  sessions = new PostgresSessionStore(database);
}, SLOW_MS);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 15, 8, minutes));

function newSession(userId: string, minutes = 0): NewSession {
  const id = randomUUID();
  return { id, userId, secretHash: createHash('sha256').update(id).digest('hex'), openedAt: at(minutes) };
}

const nothing = () => Promise.resolve();

describe('PostgresSessionStore', () => {
  it('opens a session that is found with its user as the directory knows them now', async () => {
    const session = newSession(USERS.nurse);
    await sessions.open(session, nothing);
    const user = { id: USERS.nurse, role: 'nurse', active: true, kind: 'person' };
    expect(await sessions.find(session.secretHash)).toEqual({
      ...session,
      lastSeenAt: at(0),
      endedAt: null,
      endReason: null,
      user,
    });
    await postgres.asSuperuser(
      DATABASE,
      `UPDATE records.users SET active = false, kind = 'service' WHERE id = '${USERS.nurse}'`,
    );
    expect((await sessions.find(session.secretHash))?.user).toEqual({
      ...user,
      active: false,
      kind: 'service',
    });
    expect(await sessions.find('0'.repeat(64))).toBeUndefined();
  });

  it(
    'leaves one session that lives after fifty sign-ins at the same time, and tells of the others',
    async () => {
      const opened = Array.from({ length: 50 }, () => newSession(USERS.billing));
      const told: EndedSession[] = [];
      await Promise.all(
        opened.map((session) =>
          sessions.open(session, async (ended) => {
            told.push(...ended);
          }),
        ),
      );
      const found = await Promise.all(opened.map(({ secretHash }) => sessions.find(secretHash)));
      const live = found.filter((session) => session?.endedAt === null);
      expect(live).toHaveLength(1);
      expect(found.filter((session) => session?.endReason === 'replaced')).toHaveLength(49);
      expect(new Set(told.map(({ id }) => id))).toEqual(
        new Set(opened.map(({ id }) => id).filter((id) => id !== live[0]?.id)),
      );
      expect(told).toHaveLength(49);
    },
    SLOW_MS,
  );

  it('cannot hold two of one user that live, whoever writes them', async () => {
    const insert = (session: NewSession) =>
      `INSERT INTO records.sessions (id, secret_hash, user_id, opened_at, last_seen_at)
       VALUES ('${session.id}', '${session.secretHash}', '${session.userId}', now(), now())`;
    await withSession(postgres, 'records_service', async (client) => {
      await client.query(insert(newSession(USERS.otherAdmin)));
      await expect(client.query(insert(newSession(USERS.otherAdmin)))).rejects.toThrow('sessions_one_live');
    });
  });

  it('changes nothing when the confirmation fails', async () => {
    const [first, second] = [newSession(USERS.admin), newSession(USERS.admin, 1)];
    await sessions.open(first, nothing);
    await expect(
      sessions.open(second, () => Promise.reject(new Error('the audit log must take the event'))),
    ).rejects.toThrow('the audit log must take the event');
    expect((await sessions.find(first.secretHash))?.endedAt).toBeNull();
    expect(await sessions.find(second.secretHash)).toBeUndefined();
  });

  it('moves the time of the last request forward and never back, while the session lives', async () => {
    const session = newSession(USERS.patient);
    await sessions.open(session, nothing);
    expect(await sessions.touch(session.secretHash, at(5))).toBe(true);
    expect(await sessions.touch(session.secretHash, at(3))).toBe(true);
    expect((await sessions.find(session.secretHash))?.lastSeenAt).toEqual(at(5));
    expect(await sessions.end(session.secretHash, 'logout', at(6))).toEqual({
      id: session.id,
      userId: USERS.patient,
    });
    expect(await sessions.touch(session.secretHash, at(7))).toBe(false);
    expect(await sessions.touch('0'.repeat(64), at(7))).toBe(false);
  });

  it('ends a session once, by its secret or by its user', async () => {
    const session = newSession(USERS.physician);
    await sessions.open(session, nothing);
    expect(await sessions.endOfUser(USERS.physician, 'revoked', at(2))).toEqual({
      id: session.id,
      userId: USERS.physician,
    });
    expect(await sessions.endOfUser(USERS.physician, 'revoked', at(3))).toBeUndefined();
    expect(await sessions.end(session.secretHash, 'logout', at(3))).toBeUndefined();
    expect(await sessions.find(session.secretHash)).toMatchObject({ endedAt: at(2), endReason: 'revoked' });
  });
});

describe('PostgresUserDirectory', () => {
  it('finds whom the identity provider names, exactly', async () => {
    const directory = new PostgresUserDirectory(database);
    expect(await directory.findBySubject('patient')).toEqual({
      id: USERS.patient,
      role: 'patient',
      active: true,
      kind: 'person',
    });
    expect(await directory.findBySubject('leftPhysician')).toMatchObject({ active: false });
    for (const subject of ['Patient', 'patien_', 'patient ', '']) {
      expect(await directory.findBySubject(subject)).toBeUndefined();
    }
  });
});
