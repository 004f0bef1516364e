/**
 * What we know of our own estate. Nothing is required: without it every data store may hold PHI, every other account is
 * outside, and a store whose name says that it keeps audit logs keeps them.
 */
export interface TriageOptions {
  /** Accounts that are ours besides that of the event, 12 digits each. @default none */
  readonly trustedAccounts?: readonly string[];
  /** Organizations that are ours, as `o-…`. @default none: access for an organization is reviewed */
  readonly trustedOrganizations?: readonly string[];
  /** Names of buckets, log groups, topics and queues that keep or deliver audit records. @default those whose name says so */
  readonly auditStores?: readonly string[];
  /** Names, ids or ARNs that nobody has a reason to touch: buckets, tables, secrets, users, access keys. @default none */
  readonly decoys?: readonly string[];
  /** VPCs that must have no way to or from the Internet, as `vpc-…`. @default none */
  readonly isolatedVpcs?: readonly string[];
  /** Ports of our databases besides those that engines use by default. @default 5442 */
  readonly databasePorts?: readonly number[];
  /** How long audit records are kept, in days. Six years; practice, not law. @default 2192 @see 45 CFR 164.316(b)(2)(i) */
  readonly retentionDays?: number;
  /** The longest line that is parsed, in UTF-16 units. @default 4194304 */
  readonly maxLineLength?: number;
}

/** The options with every default filled in, ready to be looked up. */
export interface Estate {
  readonly trustedAccounts: readonly string[];
  readonly trustedOrganizations: readonly string[];
  readonly auditStores: ReadonlySet<string>;
  readonly decoys: ReadonlySet<string>;
  readonly isolatedVpcs: ReadonlySet<string>;
  readonly databasePorts: readonly number[];
  readonly retentionDays: number;
  readonly maxLineLength: number;
}

/** The baseline's own database port: the one default that is no engine's. */
const DATABASE_PORTS = [5442];

const RETENTION_DAYS = 2192;
const MAX_LINE_LENGTH = 4 * 1024 * 1024;

const known = new WeakMap<TriageOptions, Estate>();
const NOTHING_KNOWN: TriageOptions = {};

/** The estate that the options describe, computed once for each options object. */
export function estateOf(options: TriageOptions = NOTHING_KNOWN): Estate {
  let estate = known.get(options);
  if (estate === undefined) {
    estate = {
      trustedAccounts: options.trustedAccounts ?? [],
      trustedOrganizations: options.trustedOrganizations ?? [],
      auditStores: lowered(options.auditStores),
      decoys: lowered(options.decoys),
      isolatedVpcs: lowered(options.isolatedVpcs),
      databasePorts: options.databasePorts ?? DATABASE_PORTS,
      retentionDays: options.retentionDays ?? RETENTION_DAYS,
      maxLineLength: options.maxLineLength ?? MAX_LINE_LENGTH,
    };
    known.set(options, estate);
  }
  return estate;
}

function lowered(names: readonly string[] = []): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
