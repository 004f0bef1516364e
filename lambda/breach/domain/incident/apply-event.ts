import type { CaseEvent, SystemEvent } from './case-event';
import { joinSignal } from './fold-signals';
import { applyWork } from './fold-work';
import type { Incident } from './incident';

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
      return { ...incident, reminded: { ...incident.reminded, ...event.marks } };
    case 'evidence-locked':
      return incident.closed === null
        ? incident
        : { ...incident, closed: { ...incident.closed, locked: true } };
  }
}
