import { today } from '../../shared/calendar/today';
import { annualCall, owesLog } from '../domain/clock/annual-log';
import { digestDays, digestOf } from '../domain/clock/digest';
import { channelOf, thresholdOf } from '../domain/clock/thresholds';
import type { Incident } from '../domain/incident/incident';
import { message } from './outbox-messages';
import type { TickDependencies } from './tick';
import { reviewWaitsSince } from './waiting-reviews';

const SILENCE_MINUTES = 30;

/** People are told again of the same silence after so many minutes. */
const SILENCE_AGAIN_MINUTES = 240;

/** The digest of each day that is over and had something to look at, once; that of yesterday while any review waits. */
export async function tellDigests({
  outbox,
  counters,
  store,
  ids,
  clock,
}: TickDependencies): Promise<number> {
  const now = clock.now();
  let told = 0;
  const days = digestDays(now);
  for (const day of days) {
    const counts = await counters.read(day);
    const digest =
      digestOf(day, counts) ??
      (day === days.at(-1) && (await reviewWaitsSince(store, day)) ? digestOf(day, counts, true) : undefined);
    if (digest !== undefined) {
      const digestMessage = message('digest', 'low', ids, now.toISOString(), digest);
      told += (await outbox.enqueueOnce([`digest:${day}`], [digestMessage], now)) ? 1 : 0;
    }
  }
  return told;
}

/** What falls due apart from cases, once for each threshold that it passes. */
export async function tellDuties({
  outbox,
  duties,
  ids,
  clock,
  settings,
}: TickDependencies): Promise<number> {
  const now = clock.now();
  const day = today({ now: () => now }, settings.timeZone);
  let told = 0;
  for (const { id, kind, due } of await duties.list()) {
    const threshold = thresholdOf(due, day);
    if (threshold !== undefined) {
      const overdue = day > due;
      const duty = message('duty', channelOf(threshold), ids, now.toISOString(), { id, kind, due, overdue });
      told += (await outbox.enqueueOnce([`duty:${id}:${due}:${threshold}`], [duty], now)) ? 1 : 0;
    }
  }
  return told;
}

/** The HHS log of the year before, where a case still owes it. @see 45 CFR 164.408(c) */
export async function tellAnnualLog(
  open: readonly Incident[],
  { outbox, ids, clock, settings }: TickDependencies,
): Promise<number> {
  const now = clock.now();
  const day = today({ now: () => now }, settings.timeZone);
  const call = annualCall(day);
  const cases = call === undefined ? 0 : open.filter((incident) => owesLog(incident, call.due, day)).length;
  if (call === undefined || cases === 0) {
    return 0;
  }
  const { year, due, mark } = call;
  const log = message('annual-log', 'high', ids, now.toISOString(), { year, due, cases });
  return (await outbox.enqueueOnce([mark], [log], now)) ? 1 : 0;
}

/** Sends the next beat, and tells when none has come through for too long. */
export async function tellSilence({
  outbox,
  heartbeats,
  ids,
  clock,
  silenceMinutes = SILENCE_MINUTES,
}: TickDependencies): Promise<number> {
  const now = clock.now();
  const last = await heartbeats.last();
  await heartbeats.send(ids.next(), now);
  const first = await outbox.enqueueOnce(['heartbeat:first'], [], now);
  if (last === undefined && first) {
    return 0;
  }
  const minutes = last === undefined ? silenceMinutes : Math.floor((now.getTime() - last.getTime()) / 60_000);
  if (minutes < silenceMinutes) {
    return 0;
  }
  const mark = `silence:${last?.toISOString() ?? 'never'}:${Math.floor(minutes / SILENCE_AGAIN_MINUTES)}`;
  const alert = message('heartbeat-missing', 'critical', ids, now.toISOString(), { minutes });
  return (await outbox.enqueueOnce([mark], [alert], now)) ? 1 : 0;
}
