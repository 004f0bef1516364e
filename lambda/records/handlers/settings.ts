import * as z from 'zod';

const hostName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,252}$/);
const identifier = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const arn = z.string().regex(/^arn:aws[a-z-]*:[a-z0-9-]+:[^\s]{1,512}$/);
const name = z.string().regex(/^[A-Za-z0-9_./:-]{1,512}$/);
const origin = z.url({ protocol: /^https$/ }).refine((text) => new URL(text).origin === text);

const DATABASE = {
  AWS_REGION: z.string().regex(/^[a-z0-9-]{1,30}$/),
  DATABASE_HOST: hostName,
  DATABASE_PORT: z.coerce.number().int().min(1).max(65_535),
  DATABASE_NAME: identifier,
  /** A bundle of authorities in the place of those of RDS in the region. */
  DATABASE_CA_FILE: z.string().startsWith('/').optional(),
};

/** The service's environment: names and ARNs, no secret. */
export const SERVICE_ENVIRONMENT = z.object({
  ...DATABASE,
  DATABASE_USER: identifier,
  FIELD_KEY_ARN: arn,
  TOKEN_KEY_ARN: arn,
  AUDIT_STREAM: name,
  HEAD_KEY_ARN: arn,
  HEAD_STREAM: name,
  POLICY_STORE_ID: name,
  SIGNING_KEYS_PARAMETER: name,
  EVENT_BUS: name,
  USER_POOL_ID: name,
  USER_POOL_CLIENT_ID: name,
  SIGN_IN_ORIGIN: origin,
  PUBLIC_ORIGIN: origin,
  /** Hours until a session ends however busy it is. */
  SESSION_HOURS: z.coerce.number().positive().max(8),
});

/** What the migration is run with. */
export const MIGRATION_ENVIRONMENT = z.object({
  ...DATABASE,
  DATABASE_SECRET_ARN: arn,
  FIRST_ADMINISTRATOR: z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/)
    .optional(),
});

/** What the relay of the signing keys is run with. */
export const RELAY_ENVIRONMENT = z.object({ USER_POOL_ID: name, SIGNING_KEYS_PARAMETER: name });

/**
 * The settings in an environment.
 *
 * @throws Error that names every variable that is missing or odd, and no value
 */
export function readSettings<T extends z.ZodType>(
  schema: T,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<T> {
  const { data, error } = schema.safeParse(environment);
  if (error !== undefined) {
    const names = [...new Set(error.issues.map(({ path }) => path.join('.')))];
    throw new Error(`'environment' must have valid values for: ${names.sort().join(', ')}`);
  }
  return data;
}
