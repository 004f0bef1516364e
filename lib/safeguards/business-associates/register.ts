import { z } from 'zod';
import { quoteValue } from '../../config/quote-value';
import { type RecordProblem, readRecords } from '../read-records';
import { calendarDate, line } from '../record-fields';

/** A host or mail domain, lower case, without a wildcard; it stands for everything below it too. */
const domain = z
  .string({ error: "must be a domain, like 'alerts.example.com'" })
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, {
    error: "must be a domain in lower case without a wildcard, like 'alerts.example.com'",
  });

const agreementSchema = z
  .strictObject({
    signedOn: calendarDate,
    /** The last day on which it is in force; null when it runs until it is ended. */
    expiresOn: calendarDate.nullable(),
    /** The vendor's services that it covers, by name. */
    services: z.array(line(2, 100)).min(1, { error: 'must name at least one service' }).readonly(),
    /** Years that the vendor keeps the documentation that the rules ask for. */
    retentionYears: z.number({ error: 'must be a number of years' }).int().min(0),
    /** Days after discovery within which the vendor tells of a breach. */
    breachNoticeDays: z.number({ error: 'must be a number of days' }).int().min(0),
    /** Where a reviewer finds the signed agreement. */
    evidence: line(3, 200),
  })
  .readonly();

const vendorSchema = z
  .strictObject({
    /** The id of a known vendor, or one of the operator's own. */
    vendor: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: "must be lower-case words joined by hyphens, like 'google-workspace'",
    }),
    name: line(2, 100),
    /** Domains of mail addresses that the vendor hosts. */
    mailDomains: z.array(domain).default([]).readonly(),
    /** Hosts of web addresses that the vendor runs. */
    hosts: z.array(domain).default([]).readonly(),
    /** The agreement; null when there is none. */
    agreement: agreementSchema.nullable(),
    /** Whether the operator lets PHI reach the vendor at all. */
    phiMayReach: z.boolean({ error: 'must be true or false' }),
  })
  .readonly();

/** An agreement with a business associate. */
export type Agreement = z.infer<typeof agreementSchema>;

/**
 * A vendor of the operator, and what it has agreed to.
 *
 * @see 45 CFR 164.308(b), 164.314(a), 164.504(e)
 */
export type RegisteredVendor = z.infer<typeof vendorSchema>;

/** Reads the operator's vendors. @throws ConfigurationError with every problem of every vendor */
export function readRegister(input: unknown): readonly RegisteredVendor[] {
  return readRecords(input, {
    name: 'businessAssociates',
    schema: vendorSchema,
    problemsOf,
    identityOf: ({ vendor }) => vendor,
  });
}

function problemsOf({ agreement, phiMayReach }: RegisteredVendor): readonly RecordProblem[] {
  if (agreement === null) {
    return phiMayReach
      ? [{ field: 'phiMayReach', text: 'must be false without an agreement, got: true' }]
      : [];
  }
  const { signedOn, expiresOn } = agreement;
  return expiresOn !== null && expiresOn < signedOn
    ? [{ field: 'agreement.expiresOn', text: `must not be before signedOn, got: ${quoteValue(expiresOn)}` }]
    : [];
}
