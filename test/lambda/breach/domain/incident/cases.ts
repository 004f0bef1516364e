import type { CaseFacts } from '../../../../../lambda/breach/domain/incident/case-facts';
import { unknownFacts } from '../../../../../lambda/breach/domain/incident/case-facts';
import {
  beginCase,
  continueCase,
  isOpening,
} from '../../../../../lambda/breach/domain/incident/chain-events';
import type { Decision } from '../../../../../lambda/breach/domain/incident/decision';
import type { Incident } from '../../../../../lambda/breach/domain/incident/incident';
import type { SignalFact } from '../../../../../lambda/breach/domain/incident/signal-fact';
import { NO_SUBJECT } from '../../../../../lambda/breach/domain/incident/subject';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';

export const BY = 'tok-abcdefghijklmnopabcd';
export const AT = '2026-03-04T15:00:00.000Z';
export const TODAY = parseCivilDate('2026-03-04');
export const ID = 'inc-00000000000000000000000000000001';

/** A signal, as it is recorded. */
export function signalFact(rest: Partial<SignalFact> = {}): SignalFact {
  return {
    eventId: '00000000-0000-4000-8000-000000000001',
    verdict: 'incident',
    signal: 'cloudtrail-stopped',
    severity: 'critical',
    reasons: ['eventName is StopLogging'],
    citations: ['164.312(b)'],
    subject: NO_SUBJECT,
    happenedAt: '2026-03-04T14:59:00.000Z',
    ...rest,
  };
}

/** A new case, discovered on 2026-03-04. */
export function newCase(
  facts: Partial<CaseFacts> = {},
  state: 'open' | 'review' = 'open',
  id = ID,
): Incident {
  return beginCase(
    id,
    {
      type: 'opened',
      state,
      signal: signalFact(state === 'review' ? { verdict: 'review', severity: 'low' } : {}),
      discoveredAt: AT,
      facts: { ...unknownFacts('covered-entity', TODAY), ...facts },
      relatedTo: null,
    },
    [],
    AT,
  ).incident;
}

/** The case after a decision that has to hold. */
export function applied(incident: Incident, decision: Decision, at = AT): Incident {
  if (decision.outcome === 'refused') {
    throw new Error(decision.refusals.map(({ reason }) => reason).join('; '));
  }
  const events = decision.events.filter((event) => !isOpening(event));
  return continueCase(incident, events, at).incident;
}

/** The citations of a refusal; undefined where it holds. */
export function citationsOf(decision: Decision): readonly (string | null)[] | undefined {
  return decision.outcome === 'refused' ? decision.refusals.map(({ citation }) => citation) : undefined;
}

/** The reasons of a refusal in one text; undefined where it holds. */
export function reasonOf(decision: Decision): string | undefined {
  return decision.outcome === 'refused'
    ? decision.refusals.map(({ reason }) => reason).join('; ')
    : undefined;
}
