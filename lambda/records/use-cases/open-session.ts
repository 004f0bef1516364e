import type { Role } from '../domain/access/role';
import { judgeIdentity } from '../domain/session/judge-identity';
import type { AuditTrail } from './audit-trail';
import { audited } from './audited';
import type { RequestOrigin } from './call';
import type { RecordsService } from './records-service';
import { Refusal } from './refusal';
import { hashSecret } from './session-secret';

/** What a sign-in shows. */
export interface SignInRequest {
  readonly idToken: string;
  /** The nonce that this browser's own sign-in has; undefined when it began none. */
  readonly nonce: string | undefined;
}

/** A session that was opened; the secret goes into the cookie and nowhere else. */
export interface OpenedSession {
  readonly secret: string;
  readonly role: Role;
}

/**
 * Opens a session for the person whom the token names, and ends the one that they had.
 *
 * @see 45 CFR 164.312(d)
 */
export function openSession(
  service: RecordsService,
  trail: AuditTrail,
  origin: RequestOrigin,
  { idToken, nonce }: SignInRequest,
): Promise<OpenedSession> {
  const { sessions, randomness, signInFailures } = service;
  const id = randomness.uuid();
  const access = { action: 'sessionOpen', resourceType: 'session', resourceId: id } as const;
  return audited(trail, access, async (confirm) => {
    if (signInFailures.isBlocked(origin.from, origin.at)) {
      throw new Refusal('tooManyFailures');
    }
    const user = await whoSignedIn(service, trail, origin, idToken, nonce);
    const secret = randomness.secret();
    trail.identify({ who: user.id, role: user.role, sessionId: id });
    await sessions.open(
      { id, secretHash: hashSecret(secret), userId: user.id, openedAt: origin.at },
      async (ended) => {
        for (const session of ended) {
          await trail.record(
            { action: 'sessionEnd', resourceType: 'session', resourceId: session.id },
            'allowed',
            'replaced',
          );
        }
        await confirm();
      },
    );
    return { secret, role: user.role };
  });
}

async function whoSignedIn(
  { verifier, directory, signInFailures }: RecordsService,
  trail: AuditTrail,
  { from, at }: RequestOrigin,
  idToken: string,
  nonce: string | undefined,
) {
  const refuse = (reason: Refusal['reason']): never => {
    signInFailures.fail(from, at);
    throw new Refusal(reason);
  };
  const identity = await verifier.verify(idToken);
  if (identity === undefined) {
    return refuse('tokenRefused');
  }
  const user = await directory.findBySubject(identity.subject);
  if (user !== undefined) {
    trail.identify({ who: user.id, role: user.role, sessionId: null });
  }
  const reason = nonce === undefined ? 'nonceMismatch' : judgeIdentity(identity, nonce, user, at);
  return reason !== undefined || user === undefined ? refuse(reason ?? 'unknownUser') : user;
}
