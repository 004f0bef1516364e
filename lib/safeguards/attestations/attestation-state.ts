import { type Attestation, latestValidity } from './attestation';
import type { AttestationKind } from './kinds';

/** What the filed statements of one kind amount to on a day. */
export type AttestationState =
  | { readonly state: 'held' | 'does-not-apply' | 'expired' | 'not-yet'; readonly attestation: Attestation }
  | { readonly state: 'missing' };

/**
 * What the statements of a kind amount to on a day: the last one that is in force, otherwise why none is. A statement never counts
 * longer than its kind allows, whatever it says itself.
 */
export function attestationState(
  attestations: readonly Attestation[],
  kind: AttestationKind,
  asOf: string,
): AttestationState {
  const filed = attestations
    .filter((attestation) => attestation.kind === kind)
    .sort((a, b) => (a.statedOn < b.statedOn ? 1 : -1));
  const inForce = filed.find((attestation) => isInForce(attestation, asOf));
  if (inForce !== undefined) return { state: inForce.statement, attestation: inForce };
  const made = filed.find(({ statedOn }) => statedOn <= asOf);
  if (made !== undefined) return { state: 'expired', attestation: made };
  const [future] = filed;
  return future === undefined ? { state: 'missing' } : { state: 'not-yet', attestation: future };
}

function isInForce(attestation: Attestation, asOf: string): boolean {
  const { statedOn, validUntil } = attestation;
  return statedOn <= asOf && asOf <= validUntil && asOf <= latestValidity(attestation);
}
