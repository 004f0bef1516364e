import type { NewSession, Session, SessionEnd } from '../domain/session/session';

/** A session that is over now, as the audit log names it. */
export interface EndedSession {
  readonly id: string;
  readonly userId: string;
}

/** The sessions, of which each user has one that lives at most. */
export interface SessionStore {
  /**
   * Opens the session and ends (`replaced`) the one of the same user that lived, in one transaction; two calls at the same
   * time leave one. `confirm` runs before the commit with the sessions that are ended by it: when it rejects, nothing has changed.
   */
  open(session: NewSession, confirm: (ended: readonly EndedSession[]) => Promise<void>): Promise<void>;

  /** The session with this hash, ended or not, with its user as the directory knows them now. */
  find(secretHash: string): Promise<Session | undefined>;

  /** Moves `lastSeenAt` forward, never back; false when the session is over (ended between `find` and now) or unknown. */
  touch(secretHash: string, at: Date): Promise<boolean>;

  /** Ends a session that lives; undefined when it does not. */
  end(secretHash: string, reason: SessionEnd, at: Date): Promise<EndedSession | undefined>;

  /** Ends the session of a user that lives; undefined when there is none. */
  endOfUser(userId: string, reason: SessionEnd, at: Date): Promise<EndedSession | undefined>;
}
