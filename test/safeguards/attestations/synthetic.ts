import type { Attestation } from '../../../lib/safeguards/attestations/attestation';
import { ATTESTATION_KINDS, type AttestationKind } from '../../../lib/safeguards/attestations/kinds';

/** A statement that nobody made, in force on 2026-11-21. */
export function synthetic(kind: AttestationKind, changes: Partial<Attestation> = {}): Attestation {
  return {
    id: `SYNTHETIC-${kind}`,
    kind,
    statement: 'held',
    statedBy: 'synthetic officer',
    statedOn: '2026-11-01',
    evidence: 'synthetic document 1',
    validUntil: '2027-01-31',
    ...changes,
  };
}

/** A statement of every kind. */
export function everySynthetic(): readonly Attestation[] {
  return (Object.keys(ATTESTATION_KINDS) as AttestationKind[]).map((kind) => synthetic(kind));
}
