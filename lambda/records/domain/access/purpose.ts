/**
 * Why somebody asks, as a code; free text would carry PHI into the audit log.
 *
 * @see 45 CFR 164.506(c)
 */
export const PURPOSES = ['treatment', 'payment', 'operations', 'patientRequest', 'emergency'] as const;

export type Purpose = (typeof PURPOSES)[number];
