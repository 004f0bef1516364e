import { z } from 'zod';
import { REGIONS } from './regions';

/** The shape of an AWS account id: twelve digits, a string, because leading zeros count. */
export const accountId = z
  .string({ error: 'must be a string of 12 digits' })
  .regex(/^\d{12}$/, { error: 'must be a string of 12 digits' });

const KNOWN_REGIONS: ReadonlySet<string> = new Set(REGIONS);

/** A region that exists, in the partitions that the baseline is synthesized for: aws and aws-us-gov. */
export const regionName = z.string().refine((name) => KNOWN_REGIONS.has(name), {
  error: "must be a region of the partition aws or aws-us-gov, like 'us-east-1'",
});

/** The longest address that mail systems carry, in characters (RFC 5321). */
const MAX_EMAIL_LENGTH = 254;

/** A plausible mailbox. Length is judged first, so that the pattern never sees an unbounded string. */
export const emailAddress = z
  .string({ error: 'must be an e-mail address' })
  .max(MAX_EMAIL_LENGTH, {
    error: `must be an e-mail address of at most ${MAX_EMAIL_LENGTH} characters`,
    abort: true,
  })
  .check(z.email({ error: 'must be an e-mail address' }));

/** The ARN of one IAM role or user, path (512) and name (64) included: never an account's root, never a wildcard. */
export const iamPrincipalArn = z
  .string()
  .regex(/^arn:(aws|aws-us-gov):iam::\d{12}:(role|user)\/[\w+=,.@/-]{1,576}$/, {
    error: "must be the ARN of an IAM role or user, like 'arn:aws:iam::444455556666:role/KeyAdministrator'",
  });
