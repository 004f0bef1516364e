import type { Category } from '../access/category';
import type { Purpose } from '../access/purpose';
import type { Role } from '../access/role';

/** The format of the events; a reader refuses one that it does not know. */
export const AUDIT_LOG_VERSION = 1;

/** What somebody did or tried to do. */
export const AUDIT_ACTIONS = [
  'read',
  'search',
  'write',
  'diagnose',
  'delete',
  'export',
  'administer',
  /** On the way to a session: nobody is known yet. */
  'signIn',
  'sessionOpen',
  'sessionEnd',
  'breakGlassOpen',
  'breakGlassReview',
  /** A request for something that the service does not have. */
  'unknown',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What it was done to. */
const RESOURCE_TYPES = [
  'patient',
  'patientList',
  'entry',
  'session',
  'staff',
  'careTeam',
  'breakGlass',
  'service',
] as const;

export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** How it ended: `failed` is neither the person's right nor their fault. */
const AUDIT_OUTCOMES = ['allowed', 'refused', 'failed'] as const;

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/**
 * One access, or an attempt at one: codes, opaque ids and tokens, never PHI.
 *
 * @see 45 CFR 164.312(b)
 */
export interface AuditEvent {
  readonly logVersion: typeof AUDIT_LOG_VERSION;
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string;
  /** Names the request; the answer carries the same. */
  readonly correlationId: string;
  /** The user's opaque id; null where nobody is signed in. */
  readonly who: string | null;
  readonly role: Role | null;
  readonly sessionId: string | null;
  /** The address that the request came from. */
  readonly from: string;
  readonly action: AuditAction;
  readonly resourceType: ResourceType;
  /** The opaque id of the resource; never a patient's id, for which there are tokens. */
  readonly resourceId: string | null;
  /** Tokens of the patients whom it is about; several only for a search. */
  readonly patientTokens: readonly string[];
  /** The categories that were disclosed, changed or asked for. */
  readonly categories: readonly Category[];
  readonly purpose: Purpose | null;
  readonly outcome: AuditOutcome;
  /** A code, such as `notPermitted`; never a message. */
  readonly reason: string;
  readonly breakGlassId: string | null;
}
