import type { CaseEvent, SystemEvent } from './case-event';
import { joinSignal } from './fold-signals';
import { applyWork } from './fold-work';
import type { Incident } from './incident';

/** The most reminders that a case remembers: more than it can owe at a time. */
const MAX_REMINDED = 400;

/** The case after one more event of its timeline. Pure: the same events give the same case. */
export function applyEvent(
  incident: Incident,
  event: Exclude<CaseEvent, { type: 'opened' | 'reported' }>,
  at: string,
): Incident {
  const next = 'by' in event ? applyWork(incident, event, at) : applySystem(incident, event, at);
  return { ...next, updatedAt: at };
}

function applySystem(incident: Incident, event: SystemEvent, at: string): Incident {
  switch (event.type) {
    case 'signal-joined':
      return joinSignal(incident, event, at);
    case 'assessment-voided':
      return {
        ...incident,
        assessed: null,
        facts: { ...incident.facts, secured: null, excluded: null, assessment: null },
      };
    case 'alerted':
      return incident;
    case 'escalated':
      return { ...incident, escalatedAt: at };
    case 'reminded':
      return { ...incident, reminded: newest({ ...incident.reminded, ...event.marks }) };
    case 'evidence-locked':
      return incident.closed === null
        ? incident
        : { ...incident, closed: { ...incident.closed, locked: true } };
  }
}

/** Dates that changed leave marks behind, of which the oldest may go. */
function newest(marks: Incident['reminded']): Incident['reminded'] {
  const entries = Object.entries(marks);
  return entries.length <= MAX_REMINDED ? marks : Object.fromEntries(entries.slice(-MAX_REMINDED));
}
