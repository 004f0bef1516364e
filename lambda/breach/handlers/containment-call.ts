import { CONTAINMENT_KINDS, type ContainmentKind } from '../domain/containment/containment-kinds';
import { isIncidentId } from '../domain/incident/incident-id';

interface Common {
  readonly incidentId: string;
  /** The name or ARN of what is contained. */
  readonly target: string;
  /** The reference of whoever calls, never a name. */
  readonly by: string;
}

/** What `hipaa incident contain` asks for. */
export type ContainmentCall =
  | (Common & {
      readonly action: 'plan' | 'apply';
      readonly kind: ContainmentKind;
      readonly confirmed: boolean;
    })
  | (Common & { readonly action: 'undo'; readonly actionId: string });

const REFERENCE = /^[A-Za-z0-9:/_.-]{1,512}$/;
const ACTION_ID = /^[0-9a-f-]{32,36}$/;
const MAX_TARGET = 2048;

/**
 * The call in an event.
 *
 * @throws RangeError that names the fields of a call, and no value
 */
export function readContainmentCall(event: unknown): ContainmentCall {
  const fields = new Map(typeof event === 'object' && event !== null ? Object.entries(event) : []);
  const call = commonOf(fields);
  const action = fields.get('action');
  const kind = CONTAINMENT_KINDS.find((known) => known === fields.get('kind'));
  const confirmed = fields.get('confirmed');
  const actionId = fields.get('actionId');
  if (call !== undefined && (action === 'plan' || action === 'apply')) {
    if (kind !== undefined && typeof confirmed === 'boolean') {
      return { ...call, action, kind, confirmed };
    }
  }
  if (call !== undefined && action === 'undo' && matches(actionId, ACTION_ID)) {
    return { ...call, action, actionId };
  }
  throw new RangeError(
    "'event' must have valid values for: action, incidentId, target, by, and kind and confirmed, or actionId to undo",
  );
}

function commonOf(fields: ReadonlyMap<string, unknown>): Common | undefined {
  const [incidentId, target, by] = ['incidentId', 'target', 'by'].map((name) => fields.get(name));
  return isIncidentId(incidentId) &&
    typeof target === 'string' &&
    target.length > 0 &&
    target.length <= MAX_TARGET &&
    matches(by, REFERENCE)
    ? { incidentId, target, by }
    : undefined;
}

function matches(value: unknown, shape: RegExp): value is string {
  return typeof value === 'string' && shape.test(value);
}
