import type { Purpose } from '../domain/access/purpose';
import type { User } from '../domain/session/user';
import type { Actor } from '../ports/unit-of-work';
import type { AuditTrail } from './audit-trail';

/** Where a request came from and when. */
export interface RequestOrigin {
  /** Names the request in the answer, the audit log and the log for operators. */
  readonly correlationId: string;
  /** The address of the client. */
  readonly from: string;
  readonly at: Date;
}

/** Who asks, by a session that lives. */
export interface Caller {
  readonly user: User;
  readonly sessionId: string;
  readonly secretHash: string;
}

/** One request of somebody who is signed in. */
export interface Call {
  readonly origin: RequestOrigin;
  readonly caller: Caller;
  readonly purpose: Purpose;
  readonly trail: AuditTrail;
}

/** For whom the transaction of a call runs. */
export function actorOf({ origin, caller, purpose }: Call): Actor {
  return { userId: caller.user.id, role: caller.user.role, purpose, at: origin.at };
}
