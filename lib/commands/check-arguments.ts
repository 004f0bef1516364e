import { printable } from '../report/printable';
import { UsageError } from './command';
import { dateOf, oneOf, parseOptions } from './parse-options';

const FORMATS = ['text', 'json', 'sarif'] as const;

/** How a verdict is rendered. */
export type VerdictFormat = (typeof FORMATS)[number];

/** What `hipaa check` was asked for. */
export interface CheckArguments {
  readonly format: VerdictFormat;
  /** `YYYY-MM-DD`; undefined means today. */
  readonly asOf: string | undefined;
  /** The CDK context given on the command line, `environment` included. */
  readonly context: Readonly<Record<string, string>>;
  /** Files of CloudFormation to judge instead of the environments; `-` is standard input. */
  readonly templates: readonly string[];
}

/**
 * Reads the arguments of `hipaa check`.
 *
 * @throws UsageError when one is unknown, has a value that it cannot have, or does not go with another
 */
export function parseCheckArguments(args: readonly string[]): CheckArguments {
  const { values, positionals: templates } = parseOptions('check', args, {
    environment: { type: 'string', short: 'e' },
    format: { type: 'string', default: 'text' },
    'as-of': { type: 'string' },
    context: { type: 'string', short: 'c', multiple: true, default: [] },
  });
  const { environment, context } = values;
  if (templates.length > 0 && (environment !== undefined || context.length > 0)) {
    const option = environment === undefined ? '-c' : '--environment';
    const got = environment ?? context[0] ?? '';
    throw new UsageError(
      `'${option}' must be left out where templates are given, which belong to no environment of this project, got: '${printable(got)}'`,
    );
  }
  return {
    format: oneOf('--format', FORMATS, values.format),
    asOf: dateOf('--as-of', values['as-of']),
    context: { ...parseContext(context), ...(environment === undefined ? {} : { environment }) },
    templates,
  };
}

function parseContext(entries: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.map((entry) => {
      const at = entry.indexOf('=');
      if (at < 1) throw new UsageError(`'-c' must be key=value, got: '${printable(entry)}'`);
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
  );
}
