import type { Incident } from '../incident/incident';
import type { Severity } from '../triage/verdict';

/** How long people have to answer an alert, in minutes. Practice, not law. */
export const ANSWER_MINUTES: Readonly<Record<Severity, number>> = {
  critical: 15,
  high: 60,
  medium: 480,
  low: 1440,
};

/** Whether an incident has waited too long for somebody to say that they are at it. */
export function mustEscalate(
  incident: Incident,
  now: Date,
  minutes: Readonly<Record<Severity, number>>,
): boolean {
  const { state, pagedAt, acknowledged, escalatedAt, severity } = incident;
  return (
    state === 'open' &&
    pagedAt !== null &&
    acknowledged === null &&
    escalatedAt === null &&
    now.getTime() - Date.parse(pagedAt) >= minutes[severity] * 60_000
  );
}
