import { judgeSession } from '../domain/session/judge-session';
import type { AuditTrail } from './audit-trail';
import type { Caller, RequestOrigin } from './call';
import type { RecordsService } from './records-service';
import { Refusal } from './refusal';
import { hashSecret, SECRET_PATTERN } from './session-secret';

/**
 * Who holds this session; every request reads it anew, so that a revoked one is of no use at once.
 *
 * @throws Refusal when there is none that lives
 * @see 45 CFR 164.312(a)(2)(iii), 164.312(d)
 */
export async function authenticate(
  { sessions, sessionLimits }: RecordsService,
  trail: AuditTrail,
  { at }: RequestOrigin,
  secret: string | undefined,
): Promise<Caller> {
  if (secret === undefined || !SECRET_PATTERN.test(secret)) {
    throw new Refusal('noSession');
  }
  const secretHash = hashSecret(secret);
  const session = await sessions.find(secretHash);
  if (session === undefined) {
    throw new Refusal('noSession');
  }
  const { id: sessionId, user } = session;
  trail.identify({ who: user.id, role: user.role, sessionId });
  const standing = judgeSession(session, at, sessionLimits);
  if (standing.live) {
    if (await sessions.touch(secretHash, at)) {
      return { user, sessionId, secretHash };
    }
  } else if (standing.end !== undefined && (await sessions.end(secretHash, standing.end, at))) {
    await trail.record(
      { action: 'sessionEnd', resourceType: 'session', resourceId: sessionId },
      'allowed',
      standing.end,
    );
  }
  throw new Refusal('sessionOver');
}
