import type { ReviewOutcome } from '../domain/break-glass/grant';
import { audited } from './audited';
import { actorOf, type Call } from './call';
import { requireDone } from './change-result';
import { requireAdministration } from './permissions';
import type { RecordsService } from './records-service';
import { Refusal } from './refusal';

/** How many grants a list of reviews shows, the one that is due first before the others. */
const MOST_LISTED = 50;

/** A grant as its reviewer sees it. */
export interface ListedGrant {
  readonly grantId: string;
  readonly userId: string;
  /** The token of the patient, as in the audit log. */
  readonly patientToken: string;
  readonly reason: string;
  readonly justification: string;
  readonly grantedAt: string;
  readonly expiresAt: string;
  readonly reviewDueAt: string;
  readonly overdue: boolean;
}

/** The emergency access that nobody has reviewed yet. */
export function listBreakGlass(
  { authorizer, work, tokenize }: RecordsService,
  call: Call,
): Promise<readonly ListedGrant[]> {
  const access = { action: 'administer', resourceType: 'breakGlass' } as const;
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async ({ grants }) => {
      await requireAdministration(authorizer, call);
      const unreviewed = await grants.listUnreviewed(MOST_LISTED);
      await confirm({ patientIds: [...new Set(unreviewed.map(({ patientId }) => patientId))] });
      return unreviewed.map(
        ({ id, userId, patientId, reason, justification, grantedAt, expiresAt, reviewDueAt }) => ({
          grantId: id,
          userId,
          patientToken: tokenize(patientId),
          reason,
          justification,
          grantedAt: grantedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          reviewDueAt: reviewDueAt.toISOString(),
          overdue: reviewDueAt < call.origin.at,
        }),
      );
    }),
  );
}

/** Records what somebody else than the holder found; a grant that was not justified ends at once. */
export function reviewBreakGlass(
  { authorizer, work }: RecordsService,
  call: Call,
  { grantId, outcome }: { readonly grantId: string; readonly outcome: ReviewOutcome },
): Promise<void> {
  const access = {
    action: 'breakGlassReview',
    resourceType: 'breakGlass',
    resourceId: grantId,
    breakGlassId: grantId,
  } as const;
  const reviewerId = call.caller.user.id;
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async ({ grants }) => {
      await requireAdministration(authorizer, call);
      const grant = await grants.find(grantId);
      if (grant === undefined) {
        throw new Refusal('absent');
      }
      if (grant.userId === reviewerId) {
        throw new Refusal('ownAccount');
      }
      requireDone(await grants.review(grantId, { reviewerId, outcome, reviewedAt: call.origin.at }), 'taken');
      await confirm({ patientIds: [grant.patientId] });
    }),
  );
}
