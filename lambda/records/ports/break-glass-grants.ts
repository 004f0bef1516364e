import type { BreakGlassGrant, BreakGlassReview } from '../domain/break-glass/grant';

/** A grant that waits for its review, with its reason in the words of the one who asked. */
export interface GrantUnderReview extends BreakGlassGrant {
  readonly justification: string;
}

/** Emergency access within one transaction of one actor; justifications are encrypted by the store. */
export interface BreakGlassGrants {
  /** Adds a grant of the actor; `absent` when there is no such patient. */
  add(grant: BreakGlassGrant, justification: string): Promise<'done' | 'absent'>;

  /** At most `limit` grants without a review, the one that is due first before the others; for administrators. */
  listUnreviewed(limit: number): Promise<readonly GrantUnderReview[]>;

  /** A grant, reviewed or not; for administrators. */
  find(grantId: string): Promise<BreakGlassGrant | undefined>;

  /** Records the review; `conflict` when there is one already. A grant that was not justified ends at once. */
  review(grantId: string, review: BreakGlassReview): Promise<'done' | 'absent' | 'conflict'>;
}
