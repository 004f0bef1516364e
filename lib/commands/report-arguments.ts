import { type CheckArguments, parseCheckArguments } from './check-arguments';
import { UsageError } from './command';
import { parseOptions } from './parse-options';

/** What `hipaa report` was asked for. */
export interface ReportArguments extends Pick<CheckArguments, 'asOf' | 'context' | 'templates'> {
  /** The directory to write into, as it was given. */
  readonly out: string;
  /** An earlier report to compare with; `-` is standard input, undefined none. */
  readonly since: string | undefined;
}

/**
 * Reads the arguments of `hipaa report`.
 *
 * @throws UsageError when one is missing, unknown or has a value that it cannot have
 */
export function parseReportArguments(args: readonly string[]): ReportArguments {
  const { values, positionals } = parseOptions('report', args, {
    out: { type: 'string' },
    since: { type: 'string' },
    environment: { type: 'string', short: 'e' },
    'as-of': { type: 'string' },
    context: { type: 'string', short: 'c', multiple: true, default: [] },
  });
  if (values.out === undefined || values.out === '') {
    throw new UsageError(`'--out' must name the directory to write into, got: nothing`);
  }
  if (values.since === '-' && positionals.includes('-')) {
    throw new UsageError("'--since' must not be '-' where a template is: both would read standard input");
  }
  // The rest is what `check` takes, and is read as it reads it.
  const { asOf, context, templates } = parseCheckArguments([
    ...(values.environment === undefined ? [] : [`--environment=${values.environment}`]),
    ...(values['as-of'] === undefined ? [] : [`--as-of=${values['as-of']}`]),
    ...values.context.map((entry) => `--context=${entry}`),
    '--',
    ...positionals,
  ]);
  return { out: values.out, since: values.since, asOf, context, templates };
}
