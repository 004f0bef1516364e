import type { Incident } from '../incident/incident';
import type { SignalFact } from '../incident/signal-fact';

/** A signal belongs to what came at most this long before it, in milliseconds: one day. */
const JOIN_WINDOW_MS = 24 * 60 * 60 * 1000;

/** A case takes signals for at most this long, in milliseconds: a week. What goes on longer alerts again. */
const CASE_WINDOW_MS = 7 * JOIN_WINDOW_MS;

/**
 * Whether a signal with a key of a case belongs to it. It does while the case is being worked on, within a day of its last
 * signal and a week of its first; what happens after somebody said that it is contained is new, and alerts anew.
 */
export function joins(
  incident: Incident,
  signal: Pick<SignalFact, 'happenedAt'>,
  receivedAt: string,
): boolean {
  if (incident.state !== 'open' && incident.state !== 'review') {
    return false;
  }
  const at = signal.happenedAt ?? receivedAt;
  if (incident.contained !== null && at > incident.contained.at) {
    return false;
  }
  return (
    awayFrom(incident, receivedAt) <= JOIN_WINDOW_MS &&
    Math.min(distance(receivedAt, incident.openedAt), distance(receivedAt, incident.discoveredAt)) <=
      CASE_WINDOW_MS
  );
}

/**
 * How far a signal lies outside the time between the first signal of a case and its last. Counted by when signals came, not by
 * when they were read: after an outage they are read together, and out of order.
 */
function awayFrom({ discoveredAt, lastSignalAt }: Incident, receivedAt: string): number {
  if (receivedAt > lastSignalAt) {
    return distance(receivedAt, lastSignalAt);
  }
  return receivedAt < discoveredAt ? distance(receivedAt, discoveredAt) : 0;
}

function distance(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other));
}
