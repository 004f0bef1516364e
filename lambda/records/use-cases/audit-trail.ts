import type { Category } from '../domain/access/category';
import type { Purpose } from '../domain/access/purpose';
import type { Role } from '../domain/access/role';
import {
  AUDIT_LOG_VERSION,
  type AuditAction,
  type AuditOutcome,
  type ResourceType,
} from '../domain/audit/audit-event';
import type { AuditLog } from '../ports/audit-log';
import type { RequestOrigin } from './call';

/** What is done, or tried, to what. */
export interface AuditedAccess {
  readonly action: AuditAction;
  readonly resourceType: ResourceType;
  /** @default none */
  readonly resourceId?: string;
  /** @default none */
  readonly patientIds?: readonly string[];
  /** @default none */
  readonly categories?: readonly Category[];
  /** @default none */
  readonly breakGlassId?: string | null;
}

/** Who is named in the events of a request. */
export interface AuditedPerson {
  readonly who: string;
  readonly role: Role;
  /** Null while there is no session yet. */
  readonly sessionId: string | null;
}

/** The audit log could not be written: nothing may be answered but that. */
export class AuditUnavailable extends Error {
  constructor() {
    super('the audit log must take the event');
    this.name = 'AuditUnavailable';
  }
}

/** The events of one request. */
export class AuditTrail {
  readonly #log: AuditLog;
  readonly #tokenize: (patientId: string) => string;
  readonly #origin: RequestOrigin;
  #person: AuditedPerson | undefined;
  #purpose: Purpose | undefined;

  constructor(log: AuditLog, tokenize: (patientId: string) => string, origin: RequestOrigin) {
    this.#log = log;
    this.#tokenize = tokenize;
    this.#origin = origin;
  }

  /** Names the person in the events that follow. */
  identify(person: AuditedPerson): void {
    this.#person = person;
  }

  /** Names the purpose in the events that follow. */
  explain(purpose: Purpose): void {
    this.#purpose = purpose;
  }

  /**
   * Resolves when the event is durably written.
   * @throws AuditUnavailable when it is not
   */
  async record(access: AuditedAccess, outcome: AuditOutcome, reason: string): Promise<void> {
    const { action, resourceType, resourceId, patientIds, categories, breakGlassId } = access;
    try {
      await this.#log.append({
        logVersion: AUDIT_LOG_VERSION,
        at: this.#origin.at.toISOString(),
        correlationId: this.#origin.correlationId,
        who: this.#person?.who ?? null,
        role: this.#person?.role ?? null,
        sessionId: this.#person?.sessionId ?? null,
        from: this.#origin.from,
        action,
        resourceType,
        resourceId: resourceId ?? null,
        patientTokens: (patientIds ?? []).map(this.#tokenize),
        categories: categories ?? [],
        purpose: this.#purpose ?? null,
        outcome,
        reason,
        breakGlassId: breakGlassId ?? null,
      });
    } catch {
      // What the stream says of its failure may repeat what it was given.
      throw new AuditUnavailable();
    }
  }
}
