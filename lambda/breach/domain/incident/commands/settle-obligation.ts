import type { CivilDate } from '../../../../shared/calendar/civil-date';
import { isEvidence } from '../../assessment/evidence';
import { computeDeadlines } from '../../deadlines/compute-deadlines';
import { cleanText } from '../clean-text';
import { accepted, type Decision, notIn, outOfOrder, refused } from '../decision';
import type { Incident } from '../incident';
import { obligationKey } from '../obligation-key';

const MAX_BASIS = 500;
const MAX_SETTLED = 120;

/**
 * A person found that an obligation is not owed. Only where no rule gives an answer: what is known to be owed has to be
 * sent.
 *
 * @see 45 CFR 164.414(b)
 */
export function settleObligation(
  incident: Incident,
  id: string,
  basis: string,
  by: string,
  today: CivilDate,
): Decision {
  const wrong = notIn(['open'], incident);
  if (wrong !== undefined) {
    return wrong;
  }
  const owed = computeDeadlines({ ...incident.facts, asOf: today }).obligations.find(
    (one) => obligationKey(one) === id,
  );
  if (owed === undefined) {
    return outOfOrder(`'id' must be an obligation of this case, got: '${id.slice(0, 60)}'`);
  }
  if (owed.status !== 'check') {
    return refused({ reason: `${id} is owed (${owed.status}): record its sending`, citation: owed.citation });
  }
  const clean = cleanText(basis, MAX_BASIS);
  if (!isEvidence(clean)) {
    return refused({ reason: "'basis' must say why it is not owed", citation: '45 CFR 164.414(b)' });
  }
  if (incident.settled.length >= MAX_SETTLED) {
    return outOfOrder(`'settled' must have at most ${MAX_SETTLED} entries`);
  }
  return incident.settled.some((one) => one.id === id)
    ? accepted()
    : accepted({ type: 'obligation-settled', by, id, basis: clean });
}
