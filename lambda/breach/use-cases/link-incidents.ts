import { today } from '../../shared/calendar/today';
import { continueCase, isOpening } from '../domain/incident/chain-events';
import { linkCases } from '../domain/incident/commands/link-cases';
import type { Decision } from '../domain/incident/decision';
import type { Incident } from '../domain/incident/incident';
import type { CaseWrite } from '../domain/register/transaction';
import type { CaseDependencies, CaseOutcome } from './change-case';
import { messageAbout } from './outbox-messages';
import { RegisterBusyError } from './register-busy-error';

const MAX_ATTEMPTS = 8;

/**
 * Carries `from` on in `into`, both written together. The earliest discovery of both counts.
 *
 * @see 45 CFR 164.404(a)(2)
 */
export async function linkIncidents(
  from: string,
  into: string,
  by: string,
  { store, clock, ids, settings }: CaseDependencies,
): Promise<CaseOutcome> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const [one, other] = [await store.get(from), await store.get(into)];
    if (one === undefined || other === undefined) {
      return { outcome: 'unknown' };
    }
    const now = clock.now();
    const decision = linkCases(one, other, by, today({ now: () => now }, settings.timeZone));
    if (decision.into.outcome === 'refused') {
      return decision.into;
    }
    const at = now.toISOString();
    const target = writeOf(other, decision.into, at);
    const outcome = await store.record({
      cases: [writeOf(one, decision.from, at), target],
      seen: [],
      relations: [],
      outbox:
        one.state === 'open' && other.state === 'review'
          ? [messageAbout(target.incident, 'incident', ids, at)]
          : [],
      delivered: null,
    });
    if (outcome === 'recorded') {
      return { outcome: 'done', incident: target.incident };
    }
  }
  throw new RegisterBusyError();
}

function writeOf(incident: Incident, decision: Decision, at: string): CaseWrite {
  const events = decision.outcome === 'accepted' ? decision.events.filter((event) => !isOpening(event)) : [];
  return continueCase(incident, events, at);
}
