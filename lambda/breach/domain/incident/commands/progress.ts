import { cleanOptional, cleanText } from '../clean-text';
import { accepted, type Decision, notIn, outOfOrder } from '../decision';
import type { Incident } from '../incident';

/** The longest note or reason, in UTF-16 units. */
const MAX_NOTE = 2000;

/** Somebody is at it: alerts go no further up. Again is no change. */
export function acknowledge(incident: Incident, by: string): Decision {
  return (
    notIn(['open'], incident) ??
    (incident.acknowledged === null ? accepted({ type: 'acknowledged', by }) : accepted())
  );
}

/** What went on has been stopped. @see 45 CFR 164.308(a)(6)(ii) */
export function markContained(incident: Incident, how: string | null, by: string): Decision {
  return notIn(['open'], incident) ?? accepted({ type: 'contained', by, how: cleanOptional(how, MAX_NOTE) });
}

/** Something to remember, in any state. */
export function note(incident: Incident, text: string, by: string): Decision {
  return (
    notIn(['review', 'open', 'closed', 'dismissed'], incident) ??
    withReason(text, (clean) => accepted({ type: 'noted', by, text: clean }))
  );
}

/** A review that proves to be an incident. Its day of discovery stays that of the review. @see 45 CFR 164.404(a)(2) */
export function promote(incident: Incident, reason: string, by: string): Decision {
  return (
    notIn(['review', 'dismissed'], incident) ??
    withReason(reason, (clean) => accepted({ type: 'promoted', by, reason: clean }))
  );
}

/** A review that needs nothing more. */
export function dismiss(incident: Incident, reason: string, by: string): Decision {
  return (
    notIn(['review'], incident) ??
    withReason(reason, (clean) => accepted({ type: 'dismissed', by, reason: clean }))
  );
}

/** A closed incident that has to be worked on again. */
export function reopen(incident: Incident, reason: string, by: string): Decision {
  return (
    notIn(['closed'], incident) ??
    withReason(reason, (clean) => accepted({ type: 'reopened', by, reason: clean }))
  );
}

function withReason(reason: string, accept: (clean: string) => Decision): Decision {
  const clean = cleanText(reason, MAX_NOTE).trim();
  return clean === '' ? outOfOrder("'reason' must say something, got: nothing") : accept(clean);
}
