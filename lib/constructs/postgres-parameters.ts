/** The PostgreSQL major versions that the parameters are written for. */
export const POSTGRES_MAJOR_VERSIONS = ['15', '16', '17', '18'] as const;

/** One of {@link POSTGRES_MAJOR_VERSIONS}. */
export type PostgresMajorVersion = (typeof POSTGRES_MAJOR_VERSIONS)[number];

/** One setting of the database server, by the name and in the spelling that RDS parameter groups accept. */
interface PostgresParameter {
  readonly name: string;
  readonly value: string;
  /** What would be lost without it. */
  readonly why: string;
  /** The paragraphs of 45 CFR Part 164 that it serves. */
  readonly citation: string;
}

/** Nobody connects in clear text, or with a password whose hash could be replayed. */
const CONNECTIONS: readonly PostgresParameter[] = [
  {
    name: 'rds.force_ssl',
    value: '1',
    why: 'A connection without TLS is refused.',
    citation: '164.312(e)(1)',
  },
  {
    name: 'ssl_min_protocol_version',
    value: 'TLSv1.2',
    why: 'Earlier versions of TLS are broken.',
    citation: '164.312(e)(2)(ii)',
  },
  {
    name: 'password_encryption',
    value: 'scram-sha-256',
    why: 'A stolen MD5 hash is as good as the password.',
    citation: '164.312(d)',
  },
  {
    name: 'rds.accepted_password_auth_method',
    value: 'scram',
    why: 'A role that still has an MD5 hash cannot log in.',
    citation: '164.312(d)',
  },
];

/** Who connected, and which class of statement touched which relation. */
const AUDIT: readonly PostgresParameter[] = [
  {
    name: 'shared_preload_libraries',
    value: 'pg_stat_statements,pgaudit',
    why: 'pgaudit audits only what runs after it is loaded; pg_stat_statements gives Database Insights statements whose constants are already replaced.',
    citation: '164.312(b)',
  },
  {
    name: 'pgaudit.log',
    value: 'ddl,role',
    why: 'Who redefined data or changed who may touch it. Reads and writes come with their text, so a database audits them only once it is prepared (postgresPreparation).',
    citation: '164.312(b)',
  },
  {
    name: 'pgaudit.log_catalog',
    value: '1',
    why: 'Searching the catalog for tables is how a stranger begins.',
    citation: '164.312(b)',
  },
  {
    name: 'pgaudit.log_relation',
    value: '1',
    why: 'Each table that a statement touches is named in an entry of its own.',
    citation: '164.312(b)',
  },
  {
    name: 'pgaudit.log_level',
    value: 'log',
    why: 'At any other level log_min_messages would drop the entries.',
    citation: '164.312(b)',
  },
  {
    name: 'log_disconnections',
    value: '1',
    why: 'With log_connections: how long each session was.',
    citation: '164.312(b)',
  },
];

/**
 * No statement, parameter, plan or error message reaches the log, for each may hold a value.
 *
 * What is given up: errors are told to the client and not to the log, a denied permission among them; failed
 * logins are FATAL and stay.
 */
const NO_VALUES: readonly PostgresParameter[] = [
  {
    name: 'log_min_messages',
    value: 'log',
    why: 'The text of an ERROR quotes the value that failed; LOG (audit, connections), FATAL and PANIC remain.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'log_min_error_statement',
    value: 'panic',
    why: 'At the default every message of level LOG and above brings its statement along.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'log_error_verbosity',
    value: 'terse',
    why: 'DETAIL and CONTEXT show the row: "Key (ssn)=(…) already exists".',
    citation: '164.312(a)(1)',
  },
  {
    name: 'log_destination',
    value: 'stderr',
    why: 'The CSV and JSON formats write DETAIL and the statement whatever the verbosity.',
    citation: '164.312(a)(1)',
  },
  { name: 'log_statement', value: 'none', why: 'A statement holds its literals.', citation: '164.312(a)(1)' },
  {
    name: 'log_min_duration_statement',
    value: '-1',
    why: 'A slow statement holds its literals too.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'log_min_duration_sample',
    value: '-1',
    why: 'So does a sampled one.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'log_transaction_sample_rate',
    value: '0',
    why: 'So do all statements of a sampled transaction.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'log_parameter_max_length',
    value: '0',
    why: 'Bound parameters are values.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'log_parameter_max_length_on_error',
    value: '0',
    why: 'Bound parameters are values, the more so when they fail.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'pgaudit.log_parameter',
    value: '0',
    why: 'Bound parameters are values in audit entries as well.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'pgaudit.log_statement_once',
    value: '1',
    why: 'A text that is not suppressed yet appears once, not in the entry of every relation.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'debug_print_parse',
    value: '0',
    why: 'A parse tree holds constants.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'debug_print_rewritten',
    value: '0',
    why: 'A rewritten tree holds constants.',
    citation: '164.312(a)(1)',
  },
  { name: 'debug_print_plan', value: '0', why: 'A plan holds constants.', citation: '164.312(a)(1)' },
  {
    name: 'auto_explain.log_min_duration',
    value: '-1',
    why: 'Should a session load it: an explained plan holds the statement.',
    citation: '164.312(a)(1)',
  },
  {
    name: 'pg_stat_statements.track_utility',
    value: '0',
    why: 'Utility statements keep their constants, passwords included.',
    citation: '164.312(a)(1)',
  },
];

/**
 * The server settings of a database that holds PHI, each with its reason: TLS forced, access audited, and no
 * value in the log as far as a parameter group can say so (`postgresPreparation()` says the rest).
 *
 * @see 45 CFR 164.312(a)(1), 164.312(b), 164.312(d), 164.312(e)(1)
 */
export function postgresParameters(version: PostgresMajorVersion): readonly PostgresParameter[] {
  return [...CONNECTIONS, ...AUDIT, logConnections(version), ...NO_VALUES];
}

/** PostgreSQL 18 turned the switch into a list of what to log. */
function logConnections(version: PostgresMajorVersion): PostgresParameter {
  return {
    name: 'log_connections',
    value: version === '18' ? 'all' : '1',
    why: 'Who came from where, whether let in or not.',
    citation: '164.312(b)',
  };
}
