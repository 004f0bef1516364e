import * as z from 'zod';
import { FactsError } from '../deadlines/facts-error';
import { dateSchema } from '../deadlines/facts-schema';
import { demandOf, problemsOf } from '../deadlines/input-problems';

const text = z.string().max(2000).nullable().default(null);
const line = z.string().max(200).nullable().default(null);

/** HHS's words for how a breach came about. */
const BREACH_TYPES = [
  'hacking',
  'unauthorized-access',
  'theft',
  'loss',
  'improper-disposal',
  'unknown',
] as const;

const detailsSchema = z
  .strictObject({
    organization: line,
    summary: text,
    occurredUntil: dateSchema.nullable().default(null),
    investigation: text,
    mitigation: text,
    prevention: text,
    protectiveSteps: z.array(z.string().min(1).max(500)).max(20).readonly().default([]),
    contact: z
      .strictObject({ tollFree: line, email: line, website: line, postal: line })
      .readonly()
      .nullable()
      .default(null),
    breachType: z.enum(BREACH_TYPES).nullable().default(null),
    location: line,
    safeguardsBefore: text,
    individualsList: line,
  })
  .readonly();

/**
 * What a notice says and the facts of the deadlines do not hold; null where nobody has written it yet. `individualsList` says
 * where the covered entity finds the list of individuals: the list itself never stands in a notice.
 */
export type NoticeDetails = z.output<typeof detailsSchema>;

/**
 * The details of a notice from parsed JSON; every field may be left out.
 * @throws FactsError with every problem of the input at once
 */
export function parseNoticeDetails(json: unknown): NoticeDetails {
  const parsed = detailsSchema.safeParse(json, { error: demandOf });
  if (!parsed.success) {
    throw new FactsError(parsed.error.issues.flatMap((issue) => problemsOf(issue, json)));
  }
  return parsed.data;
}
