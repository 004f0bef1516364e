import type { User } from './user';

/** Why a session is over. */
export const SESSION_ENDS = ['logout', 'replaced', 'revoked', 'idle', 'absolute', 'roleChanged'] as const;

export type SessionEnd = (typeof SESSION_ENDS)[number];

/** A session that is opened; the secret itself is never stored. */
export interface NewSession {
  /** An opaque UUID that names the session in the audit log. */
  readonly id: string;
  /** SHA-256 of the cookie's value, 64 hexadecimal digits. */
  readonly secretHash: string;
  readonly userId: string;
  readonly openedAt: Date;
}

/** A session as the store has it, with its user as the directory knows them now. */
export interface Session extends NewSession {
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: SessionEnd | null;
  readonly user: User;
}
