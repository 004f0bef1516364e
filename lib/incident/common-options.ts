import type { ParseArgsConfig } from 'node:util';
import { type CivilDate, parseCivilDate } from '../../lambda/shared/calendar/civil-date';
import type { Clock } from '../../lambda/shared/clock';
import { isCalendarDate } from '../checks/calendar-date';
import { UsageError } from '../commands/command';
import { environmentName } from '../config/schema';
import { printable } from '../report/printable';
import { isLoopback } from './loopback';

/** Options that every subcommand takes. */
export const COMMON_OPTIONS = {
  environment: { type: 'string', short: 'e' },
  endpoint: { type: 'string' },
  region: { type: 'string' },
  stack: { type: 'string' },
  table: { type: 'string' },
  bucket: { type: 'string' },
  'signing-key': { type: 'string' },
  'name-key': { type: 'string' },
  bus: { type: 'string' },
  format: { type: 'string', default: 'text' },
  'as-of': { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

/** {@link COMMON_OPTIONS} as they were given. */
export interface CommonValues {
  readonly environment?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly stack?: string | undefined;
  readonly table?: string | undefined;
  readonly bucket?: string | undefined;
  readonly 'signing-key'?: string | undefined;
  readonly 'name-key'?: string | undefined;
  readonly bus?: string | undefined;
  readonly format: string;
  readonly 'as-of'?: string | undefined;
  readonly yes: boolean;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,255}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;

/** The environment that was named. @throws UsageError where none was */
export function environmentOf(value: string | undefined): string {
  if (value === undefined) {
    throw new UsageError("'--environment' must name the environment, got: nothing");
  }
  if (!environmentName.safeParse(value).success) {
    throw new UsageError(`'--environment' must be the name of an environment, got: '${printable(value)}'`);
  }
  return value;
}

/** An endpoint in place of AWS; plain HTTP goes to this machine alone. @throws UsageError where it is none */
export function endpointOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (
    url === undefined ||
    !(plain || url.protocol === 'https:') ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new UsageError(
      `'--endpoint' must be a URL with https, or with http on this machine, like http://127.0.0.1:4566, got: '${printable(value)}'`,
    );
  }
  return value;
}

/** A clock that stands; a day stands for its noon in UTC, the same day in every State. @throws UsageError where it is none */
export function clockOf(value: string | undefined): Clock | undefined {
  if (value === undefined) return undefined;
  const text = isCalendarDate(value) ? `${value}T12:00:00.000Z` : value;
  const valid = INSTANT.test(text) && isCalendarDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
  if (!valid) {
    throw new UsageError(
      `'--as-of' must be a date that exists, as YYYY-MM-DD, or an instant in UTC, got: '${printable(value)}'`,
    );
  }
  return { now: () => new Date(text) };
}

/** A name or an ARN of AWS. @throws UsageError where it is none */
export function nameOf(option: string, value: string | undefined): string | undefined {
  if (value !== undefined && !NAME.test(value)) {
    throw new UsageError(
      `'${option}' must be a name or an ARN of at most 256 characters, got: '${printable(value)}'`,
    );
  }
  return value;
}

/** A date that an answer or an option names. @throws UsageError when it does not exist */
export function civilDateIn(option: string, value: string): CivilDate {
  if (!isCalendarDate(value)) {
    throw new UsageError(`'${option}' must be a date that exists, as YYYY-MM-DD, got: '${printable(value)}'`);
  }
  return parseCivilDate(value);
}
