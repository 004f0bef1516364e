import { addBusinessDays } from '../../../shared/calendar/business-days';
import { addDays } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import { earliest, latest } from '../../../shared/calendar/compare';
import type { Hold } from './facts-schema';
import type { Days } from './state-rules/state-rule';

/** How a law lets an official's statement delay a notice. */
export interface DelayRule {
  readonly citation: string;
  /** Days from a statement that is oral or names no time. */
  readonly untimedDays: number;
  /** The most days from a written statement; null where its own time governs. */
  readonly writtenDays: number | null;
  /** Days that the law adds after the end of the delay. */
  readonly grace: Days | null;
}

/** What a delay does to a limit. */
export interface HeldLimit {
  readonly due: CivilDate;
  /** The first day on which notice is allowed again; null where nothing holds it. */
  readonly notBefore: CivilDate | null;
  /** Full sentences. */
  readonly because: readonly string[];
}

/** @see 45 CFR 164.412 */
export const FEDERAL_DELAY: DelayRule = {
  citation: '45 CFR 164.412',
  untimedDays: 30,
  writtenDays: null,
  grace: null,
};

interface Running {
  readonly hold: Hold;
  readonly end: CivilDate;
}

/**
 * The limit as law-enforcement statements delay it, taken in the order in which they were made. One that comes after the limit,
 * as it then stands, cures nothing. A written one within an oral one's time replaces it; a second oral one prolongs nothing.
 * @see 45 CFR 164.412
 */
export function applyHolds(holds: readonly Hold[], limit: CivilDate, rule: DelayRule): HeldLimit {
  let running: readonly Running[] = [];
  let due = limit;
  const because: string[] = [];
  for (const hold of [...holds].sort(byStatement)) {
    if (hold.statedOn > due) {
      because.push(
        `The ${hold.kind} statement of ${hold.statedOn} came after the limit and does not move it; ask counsel before a late notice is sent against it.`,
      );
      continue;
    }
    const kept = hold.kind === 'written' ? running.filter((other) => !isReplaced(other, hold)) : running;
    running = [...kept, { hold, end: endOf(hold, running, rule) }];
    due = dueUnder(running, limit, rule);
  }
  const [first, ...others] = running.map(({ end }) => end);
  if (first === undefined) {
    return { due, notBefore: null, because };
  }
  const notBefore = latest(first, ...others);
  return {
    due,
    notBefore,
    because: [
      heldUntil(notBefore, running, rule),
      moved(due, limit),
      ...running.map((statement) => cutShort(statement, rule)),
      oralDuty(running),
      ...because,
    ].filter((sentence) => sentence !== ''),
  };
}

function heldUntil(notBefore: CivilDate, running: readonly Running[], { citation }: DelayRule): string {
  const statements = running.map(({ hold }) => `${hold.kind}, of ${hold.statedOn}`).join('; ');
  return `Law enforcement holds this notice by its statement (${statements}): not before ${notBefore} (${citation}).`;
}

function moved(due: CivilDate, limit: CivilDate): string {
  return due === limit ? '' : `The last day moves to ${due}.`;
}

function cutShort({ hold, end }: Running, { citation }: DelayRule): string {
  return hold.until !== null && hold.until > end
    ? `The ${hold.kind} statement of ${hold.statedOn} names ${hold.until}, later than ${citation} lets it hold this notice: ask counsel before it is sent against that.`
    : '';
}

function oralDuty(running: readonly Running[]): string {
  return running.some(({ hold }) => hold.kind === 'oral' && (hold.official ?? '').trim() === '')
    ? 'Document the oral statement and who made it.'
    : '';
}

function dueUnder(running: readonly Running[], limit: CivilDate, { grace }: DelayRule): CivilDate {
  return latest(limit, ...running.map(({ end }) => (grace === null ? end : addGrace(end, grace))));
}

function addGrace(end: CivilDate, { count, unit }: Days): CivilDate {
  return unit === 'business' ? addBusinessDays(end, count) : addDays(end, count);
}

/** The first day on which a statement alone allows notice again. */
function endOf(hold: Hold, running: readonly Running[], rule: DelayRule): CivilDate {
  if (hold.kind === 'written' && hold.until !== null) {
    return rule.writtenDays === null
      ? hold.until
      : earliest(hold.until, addDays(hold.statedOn, rule.writtenDays));
  }
  const start = hold.kind === 'oral' ? firstOral(hold, running) : hold.statedOn;
  const longest = addDays(start, rule.untimedDays);
  return hold.until === null ? longest : earliest(hold.until, longest);
}

/** Where an oral statement falls into the time of an earlier one, that one's date counts for both. */
function firstOral(hold: Hold, running: readonly Running[]): CivilDate {
  const covering = running.filter((other) => other.hold.kind === 'oral' && hold.statedOn <= other.end);
  return earliest(hold.statedOn, ...covering.map((other) => other.hold.statedOn));
}

function isReplaced(oral: Running, written: Hold): boolean {
  return oral.hold.kind === 'oral' && written.statedOn <= oral.end;
}

/** By day; on one day the oral statement first, so that a written one of the same day replaces it. */
function byStatement(one: Hold, other: Hold): number {
  const [first, second] = [orderOf(one), orderOf(other)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function orderOf({ statedOn, kind, until }: Hold): string {
  return `${statedOn} ${kind === 'oral' ? 0 : 1} ${until ?? ''}`;
}
