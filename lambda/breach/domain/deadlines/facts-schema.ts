import * as z from 'zod';
import { type CivilDate, isCivilDate } from '../../../shared/calendar/civil-date';
import { excludedSchema, riskAssessmentSchema, securedSchema } from '../assessment/documentation';
import { isJurisdiction, type Jurisdiction } from './jurisdictions';
import { isObligationId } from './obligation-ids';

/** The most entries that each list takes. */
export const MAX_ENTRIES = { affected: 1000, phiTypes: 200, holds: 100, sent: 500 } as const;

/** More people than there are: what is above is a slip of the pen. */
const MAX_COUNT = 10_000_000_000;

const FIRST_DATE = '1900-01-01';
const LAST_DATE = '2199-12-31';

/** A date that exists, within bounds that catch a mistyped year. */
export const dateSchema = z.custom<CivilDate>(
  (value) => isCivilDate(value) && value >= FIRST_DATE && value <= LAST_DATE,
  `must be a date that exists, YYYY-MM-DD from ${FIRST_DATE} to ${LAST_DATE}`,
);

const optionalDate = dateSchema.nullable().default(null);

const jurisdiction = z.custom<Jurisdiction>(
  isJurisdiction,
  "must be the capital two-letter code of a State, DC or a territory, like 'CA'",
);

const count = z.int({ abort: true }).min(0).max(MAX_COUNT);

/** The facts of an incident as the `deadlines` command reads them. What may be null may be left out. */
export const factsSchema = z
  .strictObject({
    role: z.enum(['covered-entity', 'business-associate']),
    occurredOn: optionalDate,
    discoveredOn: dateSchema,
    businessAssociate: z
      .strictObject({ discoveredOn: dateSchema, agent: z.boolean(), toldUsOn: optionalDate })
      .readonly()
      .nullable()
      .default(null),
    affected: z
      .array(z.strictObject({ jurisdiction, count: count.nullable().default(null) }).readonly())
      .max(MAX_ENTRIES.affected)
      .readonly(),
    unreachable: count.default(0),
    phiTypes: z.array(z.string().min(1).max(100)).max(MAX_ENTRIES.phiTypes).readonly().default([]),
    secured: securedSchema.nullable().default(null),
    excluded: excludedSchema.nullable().default(null),
    assessment: riskAssessmentSchema.nullable().default(null),
    holds: z
      .array(
        z
          .strictObject({
            kind: z.enum(['written', 'oral']),
            statedOn: dateSchema,
            until: optionalDate,
            official: z.string().max(200).nullable().default(null),
          })
          .readonly(),
      )
      .max(MAX_ENTRIES.holds)
      .readonly()
      .default([]),
    sent: z
      .array(
        z
          .strictObject({
            id: z.custom<string>(isObligationId, 'must be the id of an obligation, like individual-notice'),
            on: dateSchema,
          })
          .readonly(),
      )
      .max(MAX_ENTRIES.sent)
      .readonly()
      .default([]),
    facility: z.strictObject({ jurisdiction }).readonly().nullable().default(null),
    agreementDays: z.int().min(0).max(3650).nullable().default(null),
    asOf: dateSchema,
  })
  .readonly();

/** The facts of an incident; dates are the covered entity's local calendar dates. */
export type IncidentFacts = z.output<typeof factsSchema>;

/** A law-enforcement official's statement that notice would impede an investigation. @see 45 CFR 164.412 */
export type Hold = IncidentFacts['holds'][number];
