import type { BreakGlassReason } from '../domain/break-glass/grant';

/** Tells security that somebody opened a record in an emergency: ids and codes, no PHI. */
export interface BreakGlassAlert {
  readonly grantId: string;
  readonly userId: string;
  /** The patient's token, as in the audit log. */
  readonly patientToken: string;
  readonly reason: BreakGlassReason;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  readonly reviewDueAt: Date;
  readonly correlationId: string;
}

/** The way to those who watch. */
export interface SecurityAlerts {
  /**
   * Resolves when the alert was accepted, and only then.
   * @throws Error when it was not: then no access is granted
   */
  breakGlassOpened(alert: BreakGlassAlert): Promise<void>;
}
