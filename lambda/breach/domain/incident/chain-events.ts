import { appendRecord } from '../../../shared/audit-chain/append-record';
import type { JsonObject } from '../../../shared/audit-chain/json-value';
import type { TimelineEntry } from '../register/timeline-entry';
import type { CaseWrite } from '../register/transaction';
import { applyEvent } from './apply-event';
import type { CaseEvent, OpeningEvent, SystemEvent, WorkEvent } from './case-event';
import { openCase } from './fold-signals';
import type { Incident } from './incident';

/**
 * A new case and its first entries, ready to be written.
 *
 * @see 45 CFR 164.312(b)
 */
export function beginCase(
  id: string,
  opening: OpeningEvent,
  following: readonly (SystemEvent | WorkEvent)[],
  at: string,
): CaseWrite {
  const first = appendRecord(undefined, { chain: id, at, body: bodyOf(opening) });
  const begun: Incident = { ...openCase(opening, id, at), version: 1, head: first.head };
  const rest = chain(begun, following, at);
  return {
    incident: { ...rest.incident, version: 1 },
    expectedVersion: 0,
    entries: [entryOf(id, first), ...rest.entries],
  };
}

/** The case after further events, and their entries, ready to be written over the version that was read. */
export function continueCase(
  incident: Incident,
  events: readonly (SystemEvent | WorkEvent)[],
  at: string,
): CaseWrite {
  const { incident: next, entries } = chain(incident, events, at);
  return { incident: { ...next, version: incident.version + 1 }, expectedVersion: incident.version, entries };
}

/** Whether an event can only stand at the beginning. */
export function isOpening(event: CaseEvent): event is OpeningEvent {
  return event.type === 'opened' || event.type === 'reported';
}

function chain(
  start: Incident,
  events: readonly (SystemEvent | WorkEvent)[],
  at: string,
): Pick<CaseWrite, 'incident' | 'entries'> {
  let incident = start;
  const entries: TimelineEntry[] = [];
  for (const event of events) {
    const appended = appendRecord(incident.head, { chain: incident.id, at, body: bodyOf(event) });
    incident = { ...applyEvent(incident, event, at), head: appended.head };
    entries.push(entryOf(incident.id, appended));
  }
  return { incident, entries };
}

function entryOf(incidentId: string, { record, line }: ReturnType<typeof appendRecord>): TimelineEntry {
  return { incidentId, seq: record.seq, line };
}

/** The event as plain JSON: what is undefined is left out. */
function bodyOf(event: CaseEvent): JsonObject {
  return JSON.parse(JSON.stringify(event));
}
