import type { CivilDate } from '../../../shared/calendar/civil-date';
import { openObligations } from '../incident/close-guard';
import type { Incident } from '../incident/incident';
import { obligationKey } from '../incident/obligation-key';
import { thresholdOf } from './thresholds';

/** A reminder that a case calls for: one message, however many obligations are due. */
export interface Reminder {
  /** What the case remembers, by obligation and date: the threshold of which people have been told. */
  readonly marks: Readonly<Record<string, number>>;
  /** The most urgent of them. */
  readonly threshold: number;
}

/**
 * What a case has to remind of and has not yet. After missed ticks there is one reminder, the most urgent; a second tick of
 * the same day finds nothing.
 */
export function reminderOf(incident: Incident, today: CivilDate): Reminder | undefined {
  if (incident.state !== 'open') {
    return undefined;
  }
  const marks: Record<string, number> = {};
  for (const owed of openObligations(incident, today)) {
    const threshold = owed.due === null ? undefined : thresholdOf(owed.due, today);
    const key = `${obligationKey(owed)}@${owed.due}`;
    const told = incident.reminded[key];
    if (threshold !== undefined && (told === undefined || threshold < told)) {
      marks[key] = threshold;
    }
  }
  const thresholds = Object.values(marks);
  return thresholds.length === 0 ? undefined : { marks, threshold: Math.min(...thresholds) };
}
