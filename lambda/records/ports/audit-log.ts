import type { AuditEvent } from '../domain/audit/audit-event';

/** The log of every access. */
export interface AuditLog {
  /**
   * Resolves when the event is durably in the stream, and only then; events are chained in the order of the calls.
   * @throws Error when it cannot be written: then nothing may be answered
   * @see 45 CFR 164.312(b)
   */
  append(event: AuditEvent): Promise<void>;
}
