import { parseArgs } from 'node:util';
import { isCalendarDate } from '../checks/calendar-date';
import { printable } from '../report/printable';
import { UsageError } from './command';

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
}

/** Reads the arguments of `hipaa check`. @throws UsageError when one is unknown or has a value that it cannot have */
export function parseCheckArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parse(args);
  const [template] = positionals;
  if (template !== undefined) {
    throw new UsageError(
      `TEMPLATE arguments are not supported yet, got: '${printable(template)}'; leave them out to check the environments of this project`,
    );
  }
  return {
    format: parseFormat(values.format),
    asOf: parseDate(values['as-of']),
    context: {
      ...parseContext(values.context ?? []),
      ...(values.environment === undefined ? {} : { environment: values.environment }),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        environment: { type: 'string', short: 'e' },
        format: { type: 'string' },
        'as-of': { type: 'string' },
        context: { type: 'string', short: 'c', multiple: true },
      },
    });
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? printable(error.message) : error} (hipaa check --help lists the options)`,
    );
  }
}

function parseFormat(format = 'text'): VerdictFormat {
  const found = FORMATS.find((known) => known === format);
  if (found === undefined)
    throw new UsageError(`'--format' must be one of ${FORMATS.join(', ')}, got: '${printable(format)}'`);
  return found;
}

function parseDate(date: string | undefined): string | undefined {
  if (date !== undefined && !isCalendarDate(date)) {
    throw new UsageError(`'--as-of' must be a date that exists, as YYYY-MM-DD, got: '${printable(date)}'`);
  }
  return date;
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
