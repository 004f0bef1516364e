import { type Hold, MAX_ENTRIES } from '../../deadlines/facts-schema';
import { cleanOptional } from '../clean-text';
import { accepted, type Decision, notIn, outOfOrder, refused } from '../decision';
import type { Incident } from '../incident';

const HOLD = '45 CFR 164.412';

/** The longest description of an official, in UTF-16 units. */
const MAX_OFFICIAL = 200;

/** The most holds of a case: far more than happen, few enough for its item. */
const MAX_HOLDS = Math.min(MAX_ENTRIES.holds, 40);

/** Law enforcement says that notice would impede an investigation. @see 45 CFR 164.412 */
export function stateHold(incident: Incident, hold: Hold, by: string, today: string): Decision {
  const wrong = notIn(['open'], incident);
  if (wrong !== undefined) {
    return wrong;
  }
  if (incident.facts.holds.length >= MAX_HOLDS) {
    return outOfOrder(`'holds' must have at most ${MAX_HOLDS} entries`);
  }
  if (hold.statedOn > today) {
    return refused({
      reason: `'statedOn' must not be after today, ${today}, got: ${hold.statedOn}`,
      citation: HOLD,
    });
  }
  if (hold.until !== null && hold.until < hold.statedOn) {
    return refused({ reason: `'until' must not be before 'statedOn', got: ${hold.until}`, citation: HOLD });
  }
  return accepted({
    type: 'hold-stated',
    by,
    hold: { ...hold, official: cleanOptional(hold.official, MAX_OFFICIAL) },
  });
}
