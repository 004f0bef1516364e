import { type ParseArgsConfig, parseArgs, types } from 'node:util';
import { isCalendarDate } from '../checks/calendar-date';
import { printable } from '../report/printable';
import { UsageError } from './command';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Splits the arguments of a command into options and the rest. @throws UsageError when an option is unknown */
export function parseOptions<T extends Options>(command: string, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, strict: true, options });
  } catch (error) {
    const reason = types.isNativeError(error) ? printable(error.message) : 'an argument is wrong';
    throw new UsageError(`${reason} (hipaa ${command} --help lists the options)`);
  }
}

/** One of the values that an option may have. @throws UsageError when it is another */
export function oneOf<T extends string>(option: string, known: readonly T[], value: string): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(`'${option}' must be one of ${known.join(', ')}, got: '${printable(value)}'`);
  }
  return found;
}

/** A date that exists, `YYYY-MM-DD`. @throws UsageError when it does not */
export function dateOf(option: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isCalendarDate(value)) {
    throw new UsageError(`'${option}' must be a date that exists, as YYYY-MM-DD, got: '${printable(value)}'`);
  }
  return value;
}
