import { nameReference } from '../../../shared/envelope/name-reference';
import type { Names } from '../register/names';
import { tailOf } from '../triage/event/resource';

/** The longest name of a target, in UTF-16 units. */
const MAX_TARGET = 2048;

/** A target as the register keeps it. */
export function referenceOf(target: string, names: Names): string {
  return nameReference(target.slice(0, MAX_TARGET), names);
}

/** Whether a target is one that a case names, written as an ARN or by its name. */
export function isNamedBy(references: readonly (string | null)[], target: string, names: Names): boolean {
  const written = [referenceOf(target, names), referenceOf(tailOf(target), names)].map(tailOfReference);
  return references.some((reference) => reference !== null && written.includes(tailOfReference(reference)));
}

/** `tok-…` behind the head of an ARN. */
function tailOfReference(reference: string): string {
  return reference.slice(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':')) + 1);
}
