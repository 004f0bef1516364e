import type { Violation } from '../../checks/verdict';
import { compareCitations } from '../citation';
import type { Safeguard } from '../safeguard';
import type { Attestation } from './attestation';
import { type AttestationState, attestationState } from './attestation-state';
import { ATTESTATION_KINDS, type AttestationKind } from './kinds';

/** What the demand for attestations is judged by. */
export interface AttestationDemand {
  readonly catalogue: readonly Safeguard[];
  readonly attestations: readonly Attestation[];
  /** The first day on which every attestation must be in force, `YYYY-MM-DD`; undefined while none is demanded. */
  readonly demandedFrom: string | undefined;
  readonly asOf: string;
}

/** A missing attestation as a violation of the environment. */
export type AttestationViolation = Pick<Violation, 'rule' | 'severity' | 'citations' | 'message' | 'fix'>;

/**
 * An error for each attestation that the rules in force call for and that is not in force; none before the day from which attestations
 * are demanded, when the safeguards are reported as unattested all the same.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export function attestationViolations(demand: AttestationDemand): readonly AttestationViolation[] {
  const { catalogue, attestations, demandedFrom, asOf } = demand;
  if (demandedFrom === undefined || asOf < demandedFrom) return [];
  return kindsIn(catalogue).flatMap((kind) => {
    const state = attestationState(attestations, kind, asOf);
    if (state.state === 'held' || state.state === 'does-not-apply') return [];
    return [
      {
        rule: state.state === 'missing' ? 'Baseline-AttestationMissing' : 'Baseline-AttestationNotInForce',
        severity: 'error',
        citations: citationsOf(kind, catalogue),
        message: `The attestation '${kind}' must be in force since ${demandedFrom}, got: ${describeState(state)}.`,
        fix: `File in lib/safeguards/attestations/filed.ts that ${ATTESTATION_KINDS[kind].states}; evidence: ${ATTESTATION_KINDS[kind].evidence}.`,
      },
    ];
  });
}

/** A state that does not hold, in words. */
export function describeState(state: AttestationState): string {
  switch (state.state) {
    case 'missing':
      return 'none filed';
    case 'expired':
      return `expired on ${state.attestation.validUntil} (${state.attestation.id})`;
    case 'not-yet':
      return `not before ${state.attestation.statedOn} (${state.attestation.id})`;
    default:
      return `in force until ${state.attestation.validUntil} (${state.attestation.id})`;
  }
}

/** The kinds that the rules in force call for, in one order for every machine. */
function kindsIn(catalogue: readonly Safeguard[]): readonly AttestationKind[] {
  const kinds = catalogue
    .filter(({ profile }) => profile === 'current')
    .flatMap(({ attestations = [] }) => attestations);
  return [...new Set(kinds)].sort();
}

function citationsOf(kind: AttestationKind, catalogue: readonly Safeguard[]): readonly string[] {
  return catalogue
    .filter(({ profile, attestations = [] }) => profile === 'current' && attestations.includes(kind))
    .map(({ citation }) => citation)
    .sort(compareCitations);
}
