import type { BreakGlassGrant, BreakGlassReason } from '../domain/break-glass/grant';
import { audited } from './audited';
import { actorOf, type Call } from './call';
import { requireCategories } from './permissions';
import type { RecordsService } from './records-service';
import { Refusal } from './refusal';

/** Why somebody needs a record that is not theirs to see. */
export interface BreakGlassRequest {
  readonly patientId: string;
  readonly reason: BreakGlassReason;
  /** In the person's own words; encrypted apart, for the review alone. */
  readonly justification: string;
}

/** What emergency access is worth. */
export interface OpenedGrant {
  readonly grantId: string;
  readonly expiresAt: string;
  readonly reviewDueAt: string;
}

/**
 * Grants access to one record for a limited time, once security was told and the grant is in the audit log.
 *
 * @see 45 CFR 164.312(a)(2)(ii)
 */
export function openBreakGlass(
  { authorizer, work, alerts, randomness, grantLimits, tokenize }: RecordsService,
  call: Call,
  { patientId, reason, justification }: BreakGlassRequest,
): Promise<OpenedGrant> {
  const { at, correlationId } = call.origin;
  const grant: BreakGlassGrant = {
    id: randomness.uuid(),
    userId: call.caller.user.id,
    patientId,
    reason,
    grantedAt: at,
    expiresAt: new Date(at.getTime() + grantLimits.accessMs),
    reviewDueAt: new Date(at.getTime() + grantLimits.reviewMs),
  };
  const access = {
    action: 'breakGlassOpen',
    resourceType: 'breakGlass',
    resourceId: grant.id,
    patientIds: [patientId],
    breakGlassId: grant.id,
  } as const;
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async ({ grants }) => {
      // Whom a grant would let see nothing gets none.
      await requireCategories(
        authorizer,
        call,
        'read',
        ['demographics'],
        { relations: ['breakGlass'] },
        false,
      );
      if ((await grants.add(grant, justification)) === 'absent') {
        throw new Refusal('absent');
      }
      const { id: grantId, patientId: _, ...told } = grant;
      await alerts.breakGlassOpened({ ...told, grantId, patientToken: tokenize(patientId), correlationId });
      await confirm();
      return {
        grantId,
        expiresAt: grant.expiresAt.toISOString(),
        reviewDueAt: grant.reviewDueAt.toISOString(),
      };
    }),
  );
}
