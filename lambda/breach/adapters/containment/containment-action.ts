import type { JsonObject } from '../../../shared/audit-chain/json-value';
import type { Observation } from '../../ports/containment-actions';

/** One reversible action on AWS. Each is idempotent, and refuses a target that is not of its kind. */
export interface ContainmentAction {
  readonly observe: (target: string) => Promise<Observation>;
  readonly apply: (target: string, before: JsonObject) => Promise<void>;
  readonly undo: (target: string, before: JsonObject) => Promise<void>;
}

/**
 * What a target is called, once it has the shape of its kind.
 *
 * @throws RangeError for another shape; the target is not repeated
 */
export function targetOf(target: string, shape: RegExp, kind: string): string {
  const name = shape.exec(target)?.[1];
  if (name === undefined) {
    throw new RangeError(`'target' must be ${kind}, got: something else`);
  }
  return name;
}

/**
 * A list of texts in the evidence of before.
 *
 * @throws RangeError when the evidence has another shape
 */
export function textsOf(before: JsonObject, name: string): string[] {
  const value = before[name];
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) {
    return value;
  }
  throw new RangeError(`'${name}' of the evidence must be a list of texts, got: something else`);
}
