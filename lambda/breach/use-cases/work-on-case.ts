import type { Hold } from '../domain/deadlines/facts-schema';
import { changeFacts } from '../domain/incident/commands/change-facts';
import {
  acknowledge,
  dismiss,
  markContained,
  note,
  promote,
  reopen,
} from '../domain/incident/commands/progress';
import { recordSending, type Sending } from '../domain/incident/commands/record-sending';
import { settleObligation } from '../domain/incident/commands/settle-obligation';
import { stateHold } from '../domain/incident/commands/state-hold';
import type { Decision } from '../domain/incident/decision';
import type { Incident } from '../domain/incident/incident';
import { type CaseDependencies, type CaseOutcome, changeCase, type Moment } from './change-case';
import { messageAbout } from './outbox-messages';

/** A step of a responder that changes the register alone. */
export type CaseStep =
  | { readonly step: 'acknowledge' }
  | { readonly step: 'contained'; readonly how: string | null }
  | { readonly step: 'note'; readonly text: string }
  | { readonly step: 'promote'; readonly reason: string }
  | { readonly step: 'dismiss'; readonly reason: string }
  | { readonly step: 'reopen'; readonly reason: string }
  /** `facts` is JSON from outside: it is validated whole. */
  | { readonly step: 'facts'; readonly facts: unknown }
  | { readonly step: 'hold'; readonly hold: Hold }
  | { readonly step: 'sent'; readonly sending: Sending }
  | { readonly step: 'settle'; readonly id: string; readonly basis: string };

/**
 * Takes a step on a case. A review that a person makes an incident alerts like any other.
 *
 * @param by the reference of whoever takes it, never a name
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export function workOnCase(
  id: string,
  step: CaseStep,
  by: string,
  dependencies: CaseDependencies,
): Promise<CaseOutcome> {
  return changeCase(
    id,
    (incident, moment) => decide(incident, step, by, moment),
    dependencies,
    (before, after, at) =>
      step.step === 'promote' && before.state !== 'open'
        ? [messageAbout(after, 'incident', dependencies.ids, at)]
        : [],
  );
}

function decide(incident: Incident, step: CaseStep, by: string, { today }: Moment): Decision {
  switch (step.step) {
    case 'acknowledge':
      return acknowledge(incident, by);
    case 'contained':
      return markContained(incident, step.how, by);
    case 'note':
      return note(incident, step.text, by);
    case 'promote':
      return promote(incident, step.reason, by);
    case 'dismiss':
      return dismiss(incident, step.reason, by);
    case 'reopen':
      return reopen(incident, step.reason, by);
    case 'facts':
      return changeFacts(incident, step.facts, by, today);
    case 'hold':
      return stateHold(incident, step.hold, by, today);
    case 'sent':
      return recordSending(incident, step.sending, by, today);
    case 'settle':
      return settleObligation(incident, step.id, step.basis, by, today);
  }
}
