import type { Session, SessionEnd } from './session';

/** How long sessions live, in ms. */
export interface SessionLimits {
  /** Without a request. */
  readonly idleMs: number;
  /** However busy. */
  readonly absoluteMs: number;
}

const MINUTE_MS = 60_000;

/** 15 minutes without a request are practice, not law; nobody can configure more. */
const LONGEST_SESSION: SessionLimits = { idleMs: 15 * MINUTE_MS, absoluteMs: 8 * 60 * MINUTE_MS };

/**
 * The limits as configured.
 * @throws RangeError when they are longer than 15 minutes idle or 8 hours in all, or not positive
 */
export function sessionLimits(limits: Partial<SessionLimits>): SessionLimits {
  const { idleMs, absoluteMs } = { ...LONGEST_SESSION, ...limits };
  check('idleMs', idleMs, LONGEST_SESSION.idleMs);
  check('absoluteMs', absoluteMs, LONGEST_SESSION.absoluteMs);
  return { idleMs, absoluteMs };
}

function check(name: string, value: number, most: number): void {
  if (!(Number.isSafeInteger(value) && value > 0 && value <= most)) {
    throw new RangeError(`'${name}' must be a whole number of ms from 1 to ${most}, got: ${value}`);
  }
}

/** What a session is worth now: `end` names the reason that the store does not know of yet. */
export type SessionStanding =
  | { readonly live: true }
  | { readonly live: false; readonly end: SessionEnd | undefined };

/**
 * Whether a session may be used at this time. A session of the future is not: then a clock is wrong.
 *
 * @see 45 CFR 164.312(a)(2)(iii)
 */
export function judgeSession(session: Session, now: Date, limits: SessionLimits): SessionStanding {
  if (session.endedAt !== null) {
    return { live: false, end: undefined };
  }
  if (!session.user.active || session.user.kind !== 'person') {
    return { live: false, end: 'revoked' };
  }
  const age = now.getTime() - session.openedAt.getTime();
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (!(age < limits.absoluteMs) || age < -MINUTE_MS) {
    return { live: false, end: 'absolute' };
  }
  if (!(idle < limits.idleMs)) {
    return { live: false, end: 'idle' };
  }
  return { live: true };
}
