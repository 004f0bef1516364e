import { z } from 'zod';
import { CONTAINMENT_KINDS } from '../../lambda/breach/domain/containment/containment-kinds';
import { accountId, emailAddress } from './identity-fields';

const minutes = (standard: number) =>
  z.int({ error: 'must be a whole number of minutes' }).min(5).max(2880).default(standard);

const timeZone = z
  .string()
  .refine((name) => isTimeZone(name), { error: "must be an IANA time zone, like 'America/New_York'" });

/** What follows when something happens: who is told, how soon, and what may be done at once. */
export const responseSchema = z
  .strictObject({
    /**
     * Which duties the organization has: a covered entity tells individuals and HHS, a business associate the covered entity.
     *
     * @see 45 CFR 164.404, 164.410
     * @default 'covered-entity'
     */
    role: z.enum(['covered-entity', 'business-associate']).default('covered-entity'),
    /**
     * Where the organization counts its days: the IANA time zone of its dates of discovery and notice.
     *
     * @see 45 CFR 164.404(a)(2)
     * @default 'America/New_York'
     */
    timeZone: timeZone.default('America/New_York'),
    /**
     * Who is called when nobody acknowledges an incident in time, or a date is overdue.
     *
     * @default alertEmail
     */
    escalationEmail: emailAddress.optional(),
    /**
     * Minutes until an incident that nobody has acknowledged is escalated, by severity. Practice, not law.
     *
     * @default 15, 60, 480 and 1440
     */
    answerMinutes: z
      .strictObject({
        critical: minutes(15),
        high: minutes(60),
        medium: minutes(480),
        low: minutes(1440),
      })
      .readonly()
      .prefault({}),
    /**
     * Accounts of ours besides this one: sharing with any other one is an incident.
     *
     * @default []
     */
    trustedAccounts: z.array(accountId).default([]).readonly(),
    /**
     * Organizations of ours.
     *
     * @default []
     */
    trustedOrganizations: z
      .array(
        z.string().regex(/^o-[a-z0-9]{10,32}$/, {
          error: "must be the id of an organization, like 'o-exampleorgid'",
        }),
      )
      .default([])
      .readonly(),
    /**
     * Reversible actions that responders may take through the register, each approved in advance by being named here.
     *
     * @see docs/decisions/0029-containment-function.md
     * @default [] (none: responders contain by hand)
     */
    containment: z
      .array(z.enum(CONTAINMENT_KINDS))
      .refine((kinds) => new Set(kinds).size === kinds.length, { error: 'must name each action once' })
      .default([])
      .readonly(),
  })
  .readonly();

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
