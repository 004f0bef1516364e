import { type CivilDate, parseCivilDate } from './civil-date';

/** Where the present comes from. */
export interface CalendarClock {
  now(): Date;
}

/** Names of the IANA database; an offset such as `+02:00` knows nothing of summer time. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

/**
 * The local calendar date of the place that an IANA time zone names.
 * @throws RangeError where the zone is unknown
 */
export function today(clock: CalendarClock, timeZone: string): CivilDate {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(clock.now())
      .map(({ type, value }) => [type, value]),
  );
  return parseCivilDate(
    [parts.get('year')?.padStart(4, '0'), parts.get('month'), parts.get('day')].join('-'),
  );
}

/** Making a formatter takes a thousand times longer than using it. Only zones that exist get in, so it stays small. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) {
    return known;
  }
  const formatter = makeFormatter(timeZone);
  formatters.set(timeZone, formatter);
  return formatter;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  const refusal = `'timeZone' must be an IANA time zone such as 'America/New_York', got: ${JSON.stringify(timeZone.slice(0, 60))}`;
  if (!ZONE_NAME.test(timeZone)) {
    throw new RangeError(refusal);
  }
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch (cause) {
    throw new RangeError(refusal, { cause });
  }
}
