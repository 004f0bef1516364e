import type { CivilDate } from '../../shared/calendar/civil-date';
import { today } from '../../shared/calendar/today';
import type { Clock } from '../../shared/clock';
import type { OutboxMessage } from '../domain/alerts/outbox-message';
import { continueCase, isOpening } from '../domain/incident/chain-events';
import type { Decision, Refusal } from '../domain/incident/decision';
import type { Incident } from '../domain/incident/incident';
import type { Ids } from '../ports/ids';
import type { IncidentStore } from '../ports/incident-store';
import { RegisterBusyError } from './register-busy-error';
import type { BreachSettings } from './settings';

/** What a step on a case needs. */
export interface CaseDependencies {
  readonly store: IncidentStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: BreachSettings;
}

/** What came of a step: the case as it is now, or every reason against it; `unknown` where there is no such case. */
export type CaseOutcome =
  | { readonly outcome: 'done'; readonly incident: Incident }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'unknown' };

/** The time of a step. */
export interface Moment {
  /** Instant in UTC with milliseconds. */
  readonly at: string;
  /** The covered entity's local day. */
  readonly today: CivilDate;
}

const MAX_ATTEMPTS = 8;

/**
 * Decides a step on the newest state of a case and records it, or decides anew where somebody else was faster.
 *
 * @throws RegisterBusyError when somebody else is always faster
 */
export async function changeCase(
  id: string,
  decide: (incident: Incident, moment: Moment) => Decision | Promise<Decision>,
  { store, clock, settings }: Pick<CaseDependencies, 'store' | 'clock' | 'settings'>,
  messagesFor: (before: Incident, after: Incident, at: string) => readonly OutboxMessage[] = () => [],
): Promise<CaseOutcome> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const incident = await store.get(id);
    if (incident === undefined) {
      return { outcome: 'unknown' };
    }
    const now = clock.now();
    const at = now.toISOString();
    const decision = await decide(incident, { at, today: today({ now: () => now }, settings.timeZone) });
    if (decision.outcome === 'refused') {
      return decision;
    }
    const events = decision.events.filter((event) => !isOpening(event));
    if (events.length === 0) {
      return { outcome: 'done', incident };
    }
    const write = continueCase(incident, events, at);
    const outcome = await store.record({
      cases: [write],
      seen: [],
      relations: [],
      outbox: messagesFor(incident, write.incident, at),
      delivered: null,
    });
    if (outcome === 'recorded') {
      return { outcome: 'done', incident: write.incident };
    }
  }
  throw new RegisterBusyError();
}
