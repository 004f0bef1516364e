import type { CaseEvent } from './case-event';
import type { Incident } from './incident';

/** Why a step is refused, and the paragraph that says so; null where it is a matter of order, not of law. */
export interface Refusal {
  readonly reason: string;
  readonly citation: string | null;
}

/** What a command comes to: events to record, none where the case says so already; or every reason against it. */
export type Decision =
  | { readonly outcome: 'accepted'; readonly events: readonly CaseEvent[] }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

/** The command holds. */
export function accepted(...events: readonly CaseEvent[]): Decision {
  return { outcome: 'accepted', events };
}

/** The command does not hold. */
export function refused(...refusals: readonly Refusal[]): Decision {
  return { outcome: 'refused', refusals };
}

/** The command comes at a wrong time. */
export function outOfOrder(reason: string): Decision {
  return refused({ reason, citation: null });
}

const WORDS: Readonly<Record<Incident['state'], string>> = {
  review: 'it is a review',
  open: 'it is open',
  closed: 'it is closed: reopen it first',
  dismissed: 'it was dismissed: promote it first',
  linked: 'it is carried on in another case',
};

/** The refusal of a case that is in none of the states in which a step can be taken; undefined where it is. */
export function notIn(states: readonly Incident['state'][], incident: Incident): Decision | undefined {
  if (states.includes(incident.state)) {
    return undefined;
  }
  const where = incident.linkedTo === null ? '' : ` (${incident.linkedTo})`;
  return outOfOrder(`'state' must be ${states.join(' or ')}, got: ${WORDS[incident.state]}${where}`);
}
