import { seriousness } from '../triage/verdict';
import type { OpeningEvent, SystemEvent } from './case-event';
import type { CaseFacts } from './case-facts';
import type { Incident, SignalTally } from './incident';
import type { SignalFact } from './signal-fact';
import { NO_SUBJECT } from './subject';

/** The most signals of a case that are counted apart. */
const MAX_SIGNALS = 40;

/** A case before its first entry has a place in the chain. */
export type Unchained = Omit<Incident, 'head' | 'version'>;

/** A new case. */
export function openCase(event: OpeningEvent, id: string, at: string): Unchained {
  const bySignal = event.type === 'opened' ? event.signal : undefined;
  return {
    schemaVersion: 1,
    id,
    state: event.type === 'opened' ? event.state : 'open',
    severity: event.type === 'opened' ? event.signal.severity : event.severity,
    signal: bySignal?.signal ?? null,
    reported: event.type === 'reported' ? event.report : null,
    subject: bySignal?.subject ?? NO_SUBJECT,
    openedAt: at,
    happenedAt: bySignal?.happenedAt ?? null,
    discoveredAt: event.discoveredAt,
    lastSignalAt: event.type === 'opened' ? event.discoveredAt : at,
    updatedAt: at,
    facts: event.facts,
    signals: bySignal === undefined ? [] : [tallyOf(bySignal, at)],
    otherSignals: 0,
    pagedAt: event.type === 'opened' && event.state === 'review' ? null : at,
    acknowledged: null,
    escalatedAt: null,
    contained: null,
    assessed: null,
    notified: null,
    sendAgain: [],
    settled: [],
    containment: [],
    reminded: {},
    closed: null,
    linkedTo: null,
    linkedFrom: [],
    relatedTo: event.type === 'opened' ? event.relatedTo : null,
  };
}

/** A further signal: the most serious one speaks for the case, the earliest instants stay, a review becomes an incident. */
export function joinSignal(
  incident: Incident,
  event: Extract<SystemEvent, { type: 'signal-joined' }>,
  at: string,
): Incident {
  const { signal } = event;
  const promoted = incident.state === 'review' && signal.verdict === 'incident';
  const worse = promoted || isWorse(signal, incident);
  const tallied = tally(incident.signals, signal, at);
  return {
    ...incident,
    state: promoted ? 'open' : incident.state,
    ...(worse ? { severity: signal.severity, signal: signal.signal, subject: signal.subject } : {}),
    ...(worse && signal.verdict === 'incident' ? { pagedAt: at, acknowledged: null, escalatedAt: null } : {}),
    happenedAt: earliest(incident.happenedAt, signal.happenedAt),
    discoveredAt: event.discoveredAt < incident.discoveredAt ? event.discoveredAt : incident.discoveredAt,
    facts: patched(incident.facts, { discoveredOn: event.discoveredOn }),
    lastSignalAt: event.discoveredAt > incident.lastSignalAt ? event.discoveredAt : incident.lastSignalAt,
    signals: tallied ?? incident.signals,
    otherSignals: tallied === undefined ? incident.otherSignals + 1 : incident.otherSignals,
  };
}

/** Whether a signal is more serious than all that an incident has seen. */
export function isWorse(signal: SignalFact, incident: Pick<Incident, 'severity' | 'state'>): boolean {
  const level = incident.state === 'review' ? 'review' : 'incident';
  return seriousness(signal) > seriousness({ verdict: level, severity: incident.severity });
}

/** The facts with those that a change sets; the day of discovery never moves later. */
export function patched(facts: CaseFacts, patch: Partial<CaseFacts>): CaseFacts {
  const next = { ...facts, ...patch };
  return next.discoveredOn > facts.discoveredOn ? { ...next, discoveredOn: facts.discoveredOn } : next;
}

/** The earlier of two instants, of which either may be unknown. */
export function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) {
    return one ?? other;
  }
  return one < other ? one : other;
}

function tallyOf(signal: SignalFact, at: string): SignalTally {
  return { signal: signal.signal, severity: signal.severity, count: 1, firstAt: at, lastAt: at };
}

/** Undefined where there are too many to tell this one apart. */
function tally(
  signals: readonly SignalTally[],
  signal: SignalFact,
  at: string,
): readonly SignalTally[] | undefined {
  const known = signals.findIndex((one) => one.signal === signal.signal);
  if (known < 0) {
    return signals.length < MAX_SIGNALS ? [...signals, tallyOf(signal, at)] : undefined;
  }
  return signals.map((one, index) =>
    index === known
      ? {
          ...one,
          severity:
            seriousness({ verdict: 'incident', severity: signal.severity }) >
            seriousness({ verdict: 'incident', severity: one.severity })
              ? signal.severity
              : one.severity,
          count: one.count + 1,
          lastAt: at,
        }
      : one,
  );
}
