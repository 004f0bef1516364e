import type { JsonObject } from '../../../shared/audit-chain/json-value';
import { addDays } from '../../../shared/calendar/calendar-days';
import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date';

/** Digests that were missed are made up for this many days. */
const CATCH_UP_DAYS = 7;

/** The days, in UTC, of which a digest can be made: those that are over, the oldest first. */
export function digestDays(now: Date): readonly CivilDate[] {
  const day = parseCivilDate(now.toISOString().slice(0, 10));
  return Array.from({ length: CATCH_UP_DAYS }, (_, index) => addDays(day, index - CATCH_UP_DAYS));
}

/** The digest of a day from its counts; undefined where there was nothing to look at, and nothing waits. */
export function digestOf(
  day: CivilDate,
  counts: Readonly<Record<string, number>>,
  waiting = false,
): JsonObject | undefined {
  const looked: Record<string, number> = {};
  for (const [name, count] of Object.entries(counts)) {
    const signal = name === 'malformed' ? 'malformed-event' : /^review:(.+)$/.exec(name)?.[1];
    if (signal !== undefined) {
      looked[signal] = count;
    }
  }
  return Object.keys(looked).length === 0 && !waiting
    ? undefined
    : { day, counts: looked, ignored: counts.ignore ?? 0 };
}
