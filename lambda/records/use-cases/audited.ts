import { type AuditedAccess, type AuditTrail, AuditUnavailable } from './audit-trail';
import { Refusal } from './refusal';

/** Writes that the access is allowed, with what is known of it by now; called once, before anything is committed or answered. */
export type Confirm = (more?: Partial<AuditedAccess>) => Promise<void>;

/**
 * Runs a work whose result leaves only after its audit event is written: allowed by `confirm`, otherwise refused or failed.
 *
 * @throws Error when the work ends without a call of `confirm`
 * @see 45 CFR 164.312(b)
 */
export async function audited<T>(
  trail: AuditTrail,
  access: AuditedAccess,
  work: (confirm: Confirm) => Promise<T>,
): Promise<T> {
  let confirmed = false;
  const confirm: Confirm = async (more = {}) => {
    await trail.record({ ...access, ...more }, 'allowed', 'permitted');
    confirmed = true;
  };
  try {
    const result = await work(confirm);
    if (!confirmed) {
      throw new Error(`'${access.action}' must be confirmed before it ends`);
    }
    return result;
  } catch (error) {
    await recordFailure(trail, access, error, confirmed);
    throw error;
  }
}

async function recordFailure(
  trail: AuditTrail,
  access: AuditedAccess,
  error: unknown,
  confirmed: boolean,
): Promise<void> {
  if (error instanceof AuditUnavailable) {
    return;
  }
  if (error instanceof Refusal) {
    await trail.record(access, 'refused', error.reason);
  } else {
    await trail.record(access, 'failed', confirmed ? 'notCommitted' : 'unavailable');
  }
}
