/** Why somebody who is not of the care team needs the record now. */
export const BREAK_GLASS_REASONS = [
  'lifeThreatening',
  'unconscious',
  'careTeamUnreachable',
  'disaster',
] as const;

export type BreakGlassReason = (typeof BREAK_GLASS_REASONS)[number];

export const REVIEW_OUTCOMES = ['justified', 'notJustified'] as const;

export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/**
 * Access in an emergency: to one patient, by one person, for a limited time, and reviewed afterwards.
 *
 * @see 45 CFR 164.312(a)(2)(ii)
 */
export interface BreakGlassGrant {
  /** An opaque UUID. */
  readonly id: string;
  readonly userId: string;
  readonly patientId: string;
  readonly reason: BreakGlassReason;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  /** By when somebody else must have reviewed it. */
  readonly reviewDueAt: Date;
}

/** What somebody else found when they looked at it. */
export interface BreakGlassReview {
  readonly reviewerId: string;
  readonly outcome: ReviewOutcome;
  readonly reviewedAt: Date;
}
