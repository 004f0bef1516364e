import type { Clock } from '../../shared/clock';
import type { GrantLimits } from '../domain/break-glass/grant-limits';
import type { FailureLimiter } from '../domain/session/failure-limiter';
import type { SessionLimits } from '../domain/session/judge-session';
import type { AuditLog } from '../ports/audit-log';
import type { Authorizer } from '../ports/authorizer';
import type { Randomness } from '../ports/randomness';
import type { SecurityAlerts } from '../ports/security-alerts';
import type { SessionStore } from '../ports/session-store';
import type { TokenVerifier } from '../ports/token-verifier';
import type { UnitOfWork } from '../ports/unit-of-work';
import type { UserDirectory } from '../ports/user-directory';

/** What the use cases work with. */
export interface RecordsService {
  readonly audit: AuditLog;
  readonly authorizer: Authorizer;
  readonly work: UnitOfWork;
  readonly sessions: SessionStore;
  readonly directory: UserDirectory;
  readonly verifier: TokenVerifier;
  readonly alerts: SecurityAlerts;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** A patient's id without what it says, for logs and alerts: the same id always has the same token. */
  readonly tokenize: (patientId: string) => string;
  readonly signInFailures: FailureLimiter;
  readonly sessionLimits: SessionLimits;
  readonly grantLimits: GrantLimits;
}
