import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { IncidentFacts } from './facts-schema';

/** The first day of discovery, and a sentence that says why it is this one. */
export interface DayZero {
  readonly date: CivilDate;
  readonly because: string;
}

/**
 * The day from which every limit counts: when the incident was first known, not when it was assessed as a breach. What an
 * agent knows, its principal knows; another business associate starts the clock when it tells.
 * @see 45 CFR 164.404(a)(2)
 * @see 45 CFR 164.410(a)(2)
 */
export function dayZeroOf(facts: IncidentFacts): DayZero {
  const knownOurselves = { date: facts.discoveredOn, because: 'the incident was first known on that day' };
  return knowledgeOf(facts.businessAssociate).reduce(
    (first, other) => (other.date < first.date ? other : first),
    knownOurselves,
  );
}

function knowledgeOf(associate: IncidentFacts['businessAssociate']): readonly DayZero[] {
  if (associate === null) {
    return [];
  }
  const told =
    associate.toldUsOn === null
      ? []
      : [{ date: associate.toldUsOn, because: 'the business associate told of the incident on that day' }];
  const imputed = {
    date: associate.discoveredOn,
    because: 'the business associate acts as an agent and discovered the incident on that day',
  };
  return associate.agent ? [imputed, ...told] : told;
}
