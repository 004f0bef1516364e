import type { Attestation } from './attestation';

/**
 * The operator's statements. The repository ships none: what nobody has stated is reported as unattested, and never as held.
 * `docs/attestations.md` has the form.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export const FILED_ATTESTATIONS: readonly Attestation[] = [];
