import * as z from 'zod';
import { MAX_EVIDENCE } from './evidence';
import { EXCLUSIONS } from './exclusions';

const text = z.string().max(MAX_EVIDENCE).nullable().default(null);

/** The claim that the information was secured: encryption or destruction as HHS guidance has it. */
export const securedSchema = z.strictObject({ method: text, keyEvidence: text, source: text }).readonly();

/** The claim that one of the three exclusions covers what happened. */
export const excludedSchema = z.strictObject({ exclusion: z.enum(EXCLUSIONS), basis: text }).readonly();

const NO_FACTORS = { nature: null, recipient: null, acquired: null, mitigation: null };

/** A risk assessment: its outcome and what is documented of the four factors. */
export const riskAssessmentSchema = z
  .strictObject({
    outcome: z.enum(['breach', 'low-probability']),
    factors: z
      .strictObject({ nature: text, recipient: text, acquired: text, mitigation: text })
      .readonly()
      .nullable()
      .default(NO_FACTORS)
      .transform((factors) => factors ?? NO_FACTORS),
  })
  .readonly();

/** {@link securedSchema} */
export type SecuredClaim = z.output<typeof securedSchema>;

/** {@link excludedSchema} */
export type ExclusionClaim = z.output<typeof excludedSchema>;

/** {@link riskAssessmentSchema} */
export type RiskAssessment = z.output<typeof riskAssessmentSchema>;

/** Everything that may overcome the presumption of breach; null where it is not claimed. */
export interface BreachDocumentation {
  readonly secured: SecuredClaim | null;
  readonly excluded: ExclusionClaim | null;
  readonly assessment: RiskAssessment | null;
}
