import * as z from 'zod';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import { FactsError } from '../deadlines/facts-error';
import { dateSchema } from '../deadlines/facts-schema';
import { demandOf, problemsOf } from '../deadlines/input-problems';
import {
  type BreachDocumentation,
  excludedSchema,
  riskAssessmentSchema,
  securedSchema,
} from './documentation';
import { MAX_EVIDENCE } from './evidence';

const assessmentInputSchema = z
  .strictObject({
    assessedOn: dateSchema,
    lastInEffectOn: dateSchema.nullable().default(null),
    ransomware: z
      .strictObject({ unreadableWhenHit: z.string().max(MAX_EVIDENCE).nullable().default(null) })
      .readonly()
      .nullable()
      .default(null),
    secured: securedSchema.nullable().default(null),
    excluded: excludedSchema.nullable().default(null),
    assessment: riskAssessmentSchema.nullable().default(null),
  })
  .readonly();

/** What is documented about an impermissible use or disclosure when it is assessed. */
export interface AssessmentInput extends BreachDocumentation {
  readonly assessedOn: CivilDate;
  /** The last day on which the assessment was relied on; null where that is still the day it was made. */
  readonly lastInEffectOn: CivilDate | null;
  /** Set where ransomware struck; with the evidence that the data was unreadable to it, not opened by a running system. */
  readonly ransomware: { readonly unreadableWhenHit: string | null } | null;
}

/**
 * The documentation of an assessment from parsed JSON; what may be null may be left out.
 * @throws FactsError with every problem of the input at once
 */
export function parseAssessment(json: unknown): AssessmentInput {
  const parsed = assessmentInputSchema.safeParse(json, { error: demandOf });
  if (!parsed.success) {
    throw new FactsError(parsed.error.issues.flatMap((issue) => problemsOf(issue, json)));
  }
  return parsed.data;
}
