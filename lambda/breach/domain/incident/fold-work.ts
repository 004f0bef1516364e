import { parseCivilDate } from '../../../shared/calendar/civil-date';
import type { WorkEvent } from './case-event';
import { earliest, patched } from './fold-signals';
import type { Incident, Mark } from './incident';
import { sentBeforePeopleWereAdded } from './sent-before';

type Handler<Type extends WorkEvent['type']> = (
  incident: Incident,
  event: Extract<WorkEvent, { type: Type }>,
  mark: Mark,
) => Incident;

/** What each step of a person changes in a case. */
const HANDLERS: { readonly [Type in WorkEvent['type']]: Handler<Type> } = {
  acknowledged: (incident, _, mark) => ({ ...incident, acknowledged: incident.acknowledged ?? mark }),
  promoted: (incident, _, { at }) => ({ ...incident, state: 'open', pagedAt: at }),
  dismissed: (incident) => ({ ...incident, state: 'dismissed' }),
  noted: (incident) => incident,
  'facts-changed': (incident, { facts }) => {
    const next = patched(incident.facts, facts);
    return { ...incident, facts: next, sendAgain: sentBeforePeopleWereAdded(incident, next) };
  },
  contained: (incident, _, mark) => ({ ...incident, contained: mark }),
  'containment-started': (incident, { record }) => ({
    ...incident,
    containment: [...incident.containment, record],
  }),
  'containment-moved': (incident, { id, state }) => ({
    ...incident,
    containment: incident.containment.map((record) => (record.id === id ? { ...record, state } : record)),
  }),
  assessed: (incident, { assessment, facts }, mark) => ({
    ...incident,
    assessed: { ...mark, ...assessment },
    facts: patched(incident.facts, facts),
  }),
  'hold-stated': (incident, { hold }) => ({
    ...incident,
    facts: { ...incident.facts, holds: [...incident.facts.holds, hold] },
  }),
  'notice-drafted': (incident) => incident,
  'notice-sent': (incident, { id, on }, mark) => ({
    ...incident,
    notified: mark,
    sendAgain: incident.sendAgain.filter((again) => again !== id),
    facts: { ...incident.facts, sent: [...incident.facts.sent, { id, on: parseCivilDate(on) }] },
  }),
  'obligation-settled': (incident, { id, basis }, mark) => ({
    ...incident,
    settled: [...incident.settled, { ...mark, id, basis }],
  }),
  merged: (incident, event, mark) => ({
    ...incident,
    state: event.state,
    pagedAt: event.state === 'open' ? (incident.pagedAt ?? mark.at) : incident.pagedAt,
    severity: event.severity,
    signal: event.signal,
    happenedAt: earliest(incident.happenedAt, event.happenedAt),
    discoveredAt: event.discoveredAt < incident.discoveredAt ? event.discoveredAt : incident.discoveredAt,
    facts: patched(incident.facts, event.facts),
    // The people of the other case were told of nothing, whether they are counted or not.
    sendAgain: [...new Set(incident.facts.sent.map(({ id }) => id))],
    linkedFrom: [...incident.linkedFrom, event.from],
  }),
  linked: (incident, { to }) => ({ ...incident, state: 'linked', linkedTo: to }),
  closed: (incident, { retainUntil }, mark) => ({
    ...incident,
    state: 'closed',
    closed: { ...mark, retainUntil, locked: false },
  }),
  reopened: (incident) => ({ ...incident, state: 'open', closed: null }),
};

/** The case after a step of a person. */
export function applyWork(incident: Incident, event: WorkEvent, at: string): Incident {
  // The table has one handler for each type, which the compiler cannot follow through an index.
  const handler = HANDLERS[event.type] as Handler<WorkEvent['type']>;
  return handler(incident, event, { at, by: event.by });
}
