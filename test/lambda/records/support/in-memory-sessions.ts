import type { NewSession, Session, SessionEnd } from '../../../../lambda/records/domain/session/session';
import type { EndedSession, SessionStore } from '../../../../lambda/records/ports/session-store';
import type { InMemoryRecords } from './in-memory-records';

type Stored = Omit<Session, 'user'>;

/** Sessions in memory; their users are those of the records, as they are now. */
export class InMemorySessions implements SessionStore {
  readonly stored = new Map<string, Stored>();
  readonly #records: InMemoryRecords;

  constructor(records: InMemoryRecords) {
    this.#records = records;
  }

  async open(session: NewSession, confirm: (ended: readonly EndedSession[]) => Promise<void>): Promise<void> {
    const replaced = [...this.stored.values()].filter(
      ({ userId, endedAt }) => userId === session.userId && endedAt === null,
    );
    await confirm(replaced);
    for (const old of replaced) {
      this.stored.set(old.secretHash, { ...old, endedAt: session.openedAt, endReason: 'replaced' });
    }
    this.stored.set(session.secretHash, {
      ...session,
      lastSeenAt: session.openedAt,
      endedAt: null,
      endReason: null,
    });
  }

  find(secretHash: string): Promise<Session | undefined> {
    const session = this.stored.get(secretHash);
    const user = this.#records.state.users.find(({ id }) => id === session?.userId);
    return Promise.resolve(
      session &&
        user && { ...session, user: { id: user.id, role: user.role, active: user.active, kind: user.kind } },
    );
  }

  touch(secretHash: string, at: Date): Promise<boolean> {
    const session = this.stored.get(secretHash);
    if (session === undefined || session.endedAt !== null) return Promise.resolve(false);
    if (at > session.lastSeenAt) this.stored.set(secretHash, { ...session, lastSeenAt: at });
    return Promise.resolve(true);
  }

  end(secretHash: string, reason: SessionEnd, at: Date): Promise<EndedSession | undefined> {
    const session = this.stored.get(secretHash);
    if (session === undefined || session.endedAt !== null) return Promise.resolve(undefined);
    this.stored.set(secretHash, { ...session, endedAt: at, endReason: reason });
    return Promise.resolve({ id: session.id, userId: session.userId });
  }

  endOfUser(userId: string, reason: SessionEnd, at: Date): Promise<EndedSession | undefined> {
    const live = [...this.stored.values()].find((one) => one.userId === userId && one.endedAt === null);
    return live === undefined ? Promise.resolve(undefined) : this.end(live.secretHash, reason, at);
  }
}
