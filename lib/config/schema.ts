import { z } from 'zod';
import { isCalendarDate } from '../checks/calendar-date';
import { conformanceSchema } from './conformance-schema';
import { databaseSchema } from './database-schema';
import { detectionSchema, detectionSingletons } from './detection-schema';
import { fhirStoreSchema } from './fhir-store-schema';
import { accountId, emailAddress, iamPrincipalArn, regionName } from './identity-fields';
import { networkSchema } from './network-schema';
import { recordsSchema } from './records-schema';
import { responseSchema } from './response-schema';
import { retentionSchema } from './retention-schema';

/** Where an environment goes when neither its data nor CDK_DEFAULT_REGION says. */
const FALLBACK_REGION = 'us-east-1';

/** The shape of an environment's name, which becomes a stage id and the prefix of every stack. */
export const environmentName = z.string().regex(/^(?!.*--)[a-z][a-z0-9-]{0,18}[a-z0-9]$/, {
  error:
    'must be 2 to 20 lower-case letters, digits or single hyphens, start with a letter and end without a hyphen',
});

/** Who may administer the keys, and how long a deleted key can be brought back. */
const keysSchema = z
  .strictObject({
    /**
     * IAM roles or users that may administer the customer-managed keys and use none of them. Each must exist before
     * the deployment.
     *
     * @see 45 CFR 164.308(a)(4)(ii)(B)
     * @default [] (the account's IAM policies decide, through its root principal)
     */
    administratorArns: z.array(iamPrincipalArn).default([]).readonly(),
    /**
     * Days between the request to delete a key and its loss: always 30, the longest that KMS offers.
     *
     * @default 30
     */
    deletionWindowDays: z.literal(30, { error: 'must be 30 days (the longest that KMS offers)' }).default(30),
  })
  .readonly();

/** Resources of which an account and region has one: made here, or found there. */
const singletonsSchema = z
  .strictObject({
    /**
     * The log group RDSOSMetrics, which RDS enhanced monitoring writes to: 'manage' creates it with our key and
     * retention, 'adopt' uses the one that the account has and leaves both to its owner.
     *
     * @default 'manage'
     */
    rdsOsMetricsLogGroup: z.enum(['manage', 'adopt']).default('manage'),
    /**
     * AWS Config's recorder and delivery channel: 'manage' makes them, 'adopt' leaves those of the account as they are and
     * deploys the rules alone.
     *
     * @see 45 CFR 164.308(a)(1)(ii)(D)
     * @default 'manage'
     */
    configRecorder: z.enum(['manage', 'adopt']).default('manage'),
    /**
     * Users, groups, roles and policies of IAM, of which AWS Config needs one record an account: 'manage' records and judges
     * them in this region, 'adopt' where another region does.
     *
     * @default 'manage'
     */
    configGlobalTypes: z.enum(['manage', 'adopt']).default('manage'),
    /**
     * The role AWSServiceRoleForConfig, of which an account has one: 'manage' makes it, 'adopt' uses the one that is there.
     * It means nothing where the recorder is adopted.
     *
     * @default 'manage'
     */
    configServiceRole: z.enum(['manage', 'adopt']).default('manage'),
    /**
     * The conformance packs, which judge everything in the account and region, and whose rules fit into AWS's quota once:
     * 'manage' deploys them, 'adopt' where another environment does.
     *
     * @default 'manage'
     */
    conformancePacks: z.enum(['manage', 'adopt']).default('manage'),
    ...detectionSingletons,
  })
  .readonly();

/** Lambda functions. */
const functionsSchema = z
  .strictObject({
    /**
     * Concurrency: 'reserve' keeps some free for each function; 'share' reserves none, for an account whose limit leaves
     * nothing to reserve, and is shown as an exception in the report.
     *
     * @see docs/decisions/0033-unreserved-concurrency.md
     * @default 'reserve'
     */
    concurrency: z.enum(['reserve', 'share']).default('reserve'),
  })
  .readonly();

/** What people state about what no template can show. */
const attestationsSchema = z
  .strictObject({
    /**
     * The first day on which every attestation that the rules call for must be in force, `YYYY-MM-DD`. From then on a missing or
     * expired one fails the check; before, it is reported as unattested.
     *
     * @see 45 CFR 164.316(b)(1)(ii)
     * @default none is demanded
     */
    demandedFrom: z
      .string({ error: "must be a date, like '2027-01-01'" })
      .refine(isCalendarDate, { error: "must be a date that exists, like '2027-01-01'" })
      .optional(),
  })
  .readonly();

/**
 * One environment. Unknown keys are refused, and no key switches off encryption, TLS, audit or retention.
 *
 * @see docs/configuration.md
 */
export const environmentSchema = z
  .strictObject({
    /** Stage id and prefix of every stack: 2 to 20 lower-case letters, digits and hyphens. It cannot change later. */
    name: environmentName,
    /** What the environment is for: 'sandbox' may relax the lock mode, removal, endpoint zones and a second region. */
    profile: z.enum(['sandbox', 'production']),
    /**
     * AWS account id, 12 digits.
     *
     * @default the CDK CLI's account (CDK_DEFAULT_ACCOUNT), otherwise that of the credentials at deployment
     */
    account: accountId.optional(),
    /**
     * AWS region.
     *
     * @default the CDK CLI's region (CDK_DEFAULT_REGION), otherwise 'us-east-1'
     */
    region: regionName.default(FALLBACK_REGION),
    /**
     * Second region, of the same partition, for replicas and copies of backups. Production needs one; it roughly
     * doubles the cost of storage.
     *
     * @see 45 CFR 164.308(a)(7)(ii)(B)
     * @default none
     */
    recoveryRegion: regionName.optional(),
    /**
     * Where alerts go. Production needs one; a sandbox is checked without and deployed with.
     *
     * @see 45 CFR 164.308(a)(6)(ii)
     * @default none
     */
    alertEmail: emailAddress.optional(),
    /**
     * Object Lock and vault lock mode. GOVERNANCE can be lifted by a privileged identity; COMPLIANCE by nobody until the
     * retention ends, so its storage is paid for that long. Production needs COMPLIANCE.
     */
    lockMode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
    /** How long records are kept, in days. @default every field's own */
    retention: retentionSchema.prefault({}),
    /** The VPC and its endpoints. @default every field's own */
    network: networkSchema.prefault({}),
    /** The PostgreSQL database. @default every field's own */
    database: databaseSchema.prefault({}),
    /** The FHIR store. @default every field's own */
    fhirStore: fhirStoreSchema.prefault({}),
    /** Administration of the customer-managed keys. @default every field's own */
    keys: keysSchema.prefault({}),
    /** What an account has once: managed here or adopted. @default every field's own */
    singletons: singletonsSchema.prefault({}),
    /** The rules of AWS Config. @default every field's own */
    conformance: conformanceSchema.prefault({}),
    /** The PHI access service and its listener. @default every field's own */
    records: recordsSchema.prefault({}),
    /** Lambda functions. @default every field's own */
    functions: functionsSchema.prefault({}),
    /** What watches the account. @default every field's own */
    detection: detectionSchema.prefault({}),
    /** What follows when something happens. @default every field's own */
    response: responseSchema.prefault({}),
    /** Statements of people, as `docs/attestations.md` has them. @default every field's own */
    attestations: attestationsSchema.prefault({}),
    /**
     * What happens to data when a stack is deleted. Only a sandbox may 'destroy', and only under GOVERNANCE.
     *
     * @default 'retain'
     */
    removal: z.enum(['retain', 'destroy']).default('retain'),
  })
  .readonly();

/** An environment as it is written: everything with a default may be left out. */
export type EnvironmentInput = z.input<typeof environmentSchema>;

/** An environment as the stacks get it: complete, valid and frozen. */
export type EnvironmentConfig = z.output<typeof environmentSchema>;
