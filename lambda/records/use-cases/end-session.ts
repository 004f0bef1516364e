import type { AuditTrail } from './audit-trail';
import { audited } from './audited';
import type { Caller, RequestOrigin } from './call';
import type { RecordsService } from './records-service';

/** Ends the caller's session, first of all; that it is over does not wait for the audit log, the answer does. */
export function endSession(
  { sessions }: RecordsService,
  trail: AuditTrail,
  { at }: RequestOrigin,
  { sessionId, secretHash }: Caller,
): Promise<void> {
  const access = { action: 'sessionEnd', resourceType: 'session', resourceId: sessionId } as const;
  return audited(trail, access, async (confirm) => {
    await sessions.end(secretHash, 'logout', at);
    await confirm();
  });
}
