import type { EngineFamily } from './database-engines';

/** A parameter that can bring values of the database into its log. */
interface LoggingParameter {
  readonly name: string;
  /** Its values that keep the log silent, in lower case; numbers as RDS writes them. */
  readonly silent: readonly string[];
  /** Whether the log is silent when the group does not set it. */
  readonly silentByDefault: boolean;
  readonly why: string;
}

const OFF = ['0', 'off', 'false', 'no'];
const NEVER = ['-1'];

/**
 * What writes statements, parameters, plans or rows into the log of PostgreSQL. `log_parameter_max_length` is not among them: it
 * shortens what `log_statement` and `log_min_duration_statement` write, which is nothing here.
 *
 * @see lib/constructs/postgres-parameters.ts for what the baseline's own database sets
 */
const POSTGRES: readonly LoggingParameter[] = [
  { name: 'log_statement', silent: ['none'], silentByDefault: true, why: 'A statement holds its literals.' },
  {
    name: 'log_min_duration_statement',
    silent: NEVER,
    silentByDefault: true,
    why: 'A slow statement holds its literals too.',
  },
  { name: 'log_min_duration_sample', silent: NEVER, silentByDefault: true, why: 'So does a sampled one.' },
  {
    name: 'log_transaction_sample_rate',
    silent: ['0', '0.0'],
    silentByDefault: true,
    why: 'So do all statements of a sampled transaction.',
  },
  {
    name: 'log_error_verbosity',
    silent: ['terse'],
    silentByDefault: false,
    why: 'DETAIL and CONTEXT show the row that failed.',
  },
  {
    name: 'log_min_error_statement',
    silent: ['panic'],
    silentByDefault: false,
    why: 'By default every message of level ERROR and above brings its statement along.',
  },
  {
    name: 'log_min_messages',
    silent: ['log', 'fatal', 'panic'],
    silentByDefault: false,
    why: 'The text of an ERROR quotes the value that failed.',
  },
  {
    name: 'log_destination',
    silent: ['stderr'],
    silentByDefault: true,
    why: 'The CSV and JSON formats write DETAIL and the statement whatever the verbosity.',
  },
  {
    name: 'log_parameter_max_length_on_error',
    silent: ['0'],
    silentByDefault: true,
    why: 'Bound parameters are values, the more so when they fail.',
  },
  {
    name: 'pgaudit.log_parameter',
    silent: OFF,
    silentByDefault: true,
    why: 'Bound parameters are values in audit entries as well.',
  },
  { name: 'debug_print_parse', silent: OFF, silentByDefault: true, why: 'A parse tree holds constants.' },
  {
    name: 'debug_print_rewritten',
    silent: OFF,
    silentByDefault: true,
    why: 'A rewritten tree holds constants.',
  },
  { name: 'debug_print_plan', silent: OFF, silentByDefault: true, why: 'A plan holds constants.' },
  {
    name: 'auto_explain.log_min_duration',
    silent: NEVER,
    silentByDefault: true,
    why: 'An explained plan holds the statement.',
  },
];

const MYSQL: readonly LoggingParameter[] = [
  { name: 'general_log', silent: OFF, silentByDefault: true, why: 'The general log is every statement.' },
  { name: 'slow_query_log', silent: OFF, silentByDefault: true, why: 'A slow statement holds its literals.' },
];

/** The parameters of each family of engines that can bring values into its log; families without any are absent. */
export const LOGGING_PARAMETERS: Readonly<
  Partial<Record<EngineFamily['family'], readonly LoggingParameter[]>>
> = { postgres: POSTGRES, mysql: MYSQL };
