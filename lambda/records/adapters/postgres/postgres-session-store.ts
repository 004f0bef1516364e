import { type NewSession, SESSION_ENDS, type Session, type SessionEnd } from '../../domain/session/session';
import type { EndedSession, SessionStore } from '../../ports/session-store';
import type { Database } from './database';
import { userOf } from './postgres-user-directory';
import { instant, instantOrNull, oneOf, type Row, text } from './row';

/**
 * The sessions in PostgreSQL: an index lets each user have one that lives, so that two processes cannot open two.
 *
 * @see 45 CFR 164.312(a)(2)(iii), 164.312(d)
 */
export class PostgresSessionStore implements SessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  open(session: NewSession, confirm: (ended: readonly EndedSession[]) => Promise<void>): Promise<void> {
    return this.#database.transaction(async (statements) => {
      // Two sign-ins of one user wait for each other; those of others do not.
      await statements.query("SELECT pg_advisory_xact_lock(hashtextextended('session ' || $1, 0))", [
        session.userId,
      ]);
      const ended = await statements.query(
        `UPDATE records.sessions SET ended_at = $2, end_reason = 'replaced' WHERE user_id = $1 AND ended_at IS NULL
         RETURNING id, user_id`,
        [session.userId, session.openedAt],
      );
      await statements.query(
        `INSERT INTO records.sessions (id, secret_hash, user_id, opened_at, last_seen_at) VALUES ($1, $2, $3, $4, $4)`,
        [session.id, session.secretHash, session.userId, session.openedAt],
      );
      await confirm(ended.map(endedOf));
    });
  }

  async find(secretHash: string): Promise<Session | undefined> {
    const [row] = await this.#database.query(
      `SELECT s.id, s.secret_hash, s.user_id, s.opened_at, s.last_seen_at, s.ended_at, s.end_reason, u.role, u.active, u.kind
       FROM records.sessions s JOIN records.users u ON u.id = s.user_id WHERE s.secret_hash = $1`,
      [secretHash],
    );
    return row && sessionOf(row);
  }

  async touch(secretHash: string, at: Date): Promise<boolean> {
    const rows = await this.#database.query(
      `UPDATE records.sessions SET last_seen_at = greatest(last_seen_at, $2) WHERE secret_hash = $1 AND ended_at IS NULL
       RETURNING id`,
      [secretHash, at],
    );
    return rows.length > 0;
  }

  end(secretHash: string, reason: SessionEnd, at: Date): Promise<EndedSession | undefined> {
    return this.#end('secret_hash = $1', [secretHash, reason, at]);
  }

  endOfUser(userId: string, reason: SessionEnd, at: Date): Promise<EndedSession | undefined> {
    return this.#end('user_id = $1', [userId, reason, at]);
  }

  async #end(which: string, values: readonly [string, SessionEnd, Date]): Promise<EndedSession | undefined> {
    const [row] = await this.#database.query(
      `UPDATE records.sessions SET end_reason = $2, ended_at = $3 WHERE ${which} AND ended_at IS NULL RETURNING id, user_id`,
      values,
    );
    return row && endedOf(row);
  }
}

function endedOf(row: Row): EndedSession {
  return { id: text(row, 'id'), userId: text(row, 'user_id') };
}

function sessionOf(row: Row): Session {
  const endedAt = instantOrNull(row, 'ended_at');
  return {
    id: text(row, 'id'),
    secretHash: text(row, 'secret_hash'),
    userId: text(row, 'user_id'),
    openedAt: instant(row, 'opened_at'),
    lastSeenAt: instant(row, 'last_seen_at'),
    endedAt,
    endReason: endedAt === null ? null : oneOf(row, 'end_reason', SESSION_ENDS),
    user: userOf(row),
  };
}
