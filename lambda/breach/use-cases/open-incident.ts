import { today } from '../../shared/calendar/today';
import { beginCase } from '../domain/incident/chain-events';
import { cleanOptional } from '../domain/incident/clean-text';
import { readFacts } from '../domain/incident/commands/change-facts';
import { incidentIdOf } from '../domain/incident/incident-id';
import { type ReportType, reportRow } from '../domain/incident/report-types';
import type { CaseDependencies, CaseOutcome } from './change-case';
import { messageAbout } from './outbox-messages';
import { RegisterBusyError } from './register-busy-error';

/** What a person reports. */
export interface Report {
  readonly type: ReportType;
  /** JSON from outside: facts as `hipaa deadlines` reads them, of which `discoveredOn` has to be there. */
  readonly facts: unknown;
  /** Who or what told of it, in a few words; redacted before it is kept. */
  readonly source: string | null;
}

const MAX_SOURCE = 300;

/**
 * Opens an incident that a person reports: the same clocks, the same chain, the same alert.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export async function openIncident(
  report: Report,
  by: string,
  { store, clock, ids, settings }: CaseDependencies,
): Promise<CaseOutcome> {
  const now = clock.now();
  const at = now.toISOString();
  const day = today({ now: () => now }, settings.timeZone);
  const given = typeof report.facts === 'object' && report.facts !== null ? report.facts : {};
  const facts = readFacts({ role: settings.role, affected: [], ...given }, day);
  if (!('discoveredOn' in facts)) {
    return facts.outcome === 'refused' ? facts : { outcome: 'unknown' };
  }
  if (facts.role !== settings.role) {
    const reason = `'role' must be ${settings.role}, as in this environment: its clocks are those of its entity`;
    return { outcome: 'refused', refusals: [{ reason, citation: null }] };
  }
  const row = reportRow(report.type);
  const write = beginCase(
    incidentIdOf(ids.next()),
    {
      type: 'reported',
      by,
      report: report.type,
      severity: row.severity,
      discoveredAt: discoveredAt(facts.discoveredOn, day, at),
      // An assessment and a sending are steps of their own, with what proves them.
      facts: { ...facts, sent: [], secured: null, excluded: null, assessment: null },
      source: cleanOptional(report.source, MAX_SOURCE),
    },
    [],
    at,
  );
  const outcome = await store.record({
    cases: [write],
    seen: [],
    relations: [],
    outbox: [messageAbout(write.incident, 'incident', ids, at)],
    delivered: null,
  });
  if (outcome !== 'recorded') {
    throw new RegisterBusyError();
  }
  return { outcome: 'done', incident: write.incident };
}

/** Of an earlier day only the date is known: its beginning stands for it. */
function discoveredAt(discoveredOn: string, day: string, at: string): string {
  return discoveredOn === day ? at : `${discoveredOn}T00:00:00.000Z`;
}
