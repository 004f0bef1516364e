import type { CivilDate } from '../../../../shared/calendar/civil-date';
import { closeRefusals } from '../close-guard';
import { accepted, type Decision, notIn, refused } from '../decision';
import type { Incident } from '../incident';
import { retainUntil } from '../retention';

/**
 * Ends a case when nothing is owed any more and every factor is documented.
 *
 * @see 45 CFR 164.414(b)
 * @see 45 CFR 164.530(j)
 */
export function close(incident: Incident, by: string, today: CivilDate): Decision {
  const wrong = notIn(['open'], incident);
  if (wrong !== undefined) {
    return wrong;
  }
  const refusals = closeRefusals(incident, today);
  return refusals.length > 0
    ? refused(...refusals)
    : accepted({ type: 'closed', by, retainUntil: retainUntil(today) });
}
