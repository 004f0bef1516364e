import type { CivilDate } from '../../../../shared/calendar/civil-date';
import { computeDeadlines } from '../../deadlines/compute-deadlines';
import type { Obligation } from '../../deadlines/obligation';
import type { Proof } from '../case-event';
import { cleanOptional } from '../clean-text';
import { accepted, type Decision, notIn, outOfOrder, type Refusal, refused } from '../decision';
import type { Incident } from '../incident';
import { obligationKey } from '../obligation-key';

/** That a notice went out. */
export interface Sending {
  /** Of the obligation, like `individual-notice`, `media-notice:CA` or `state:CA-CIV-1798.82`. */
  readonly id: string;
  readonly on: CivilDate;
  /** One of the two at least. */
  readonly proof: Proof;
  /** Why it went out although law enforcement held it. */
  readonly despiteHold: string | null;
}

/** The most sendings of a case: more than there are obligations in all States. */
const MAX_SENT = 300;
const MAX_REFERENCE = 200;
const SHA256 = /^[0-9a-f]{64}$/;

/** Records that a notice was sent, with proof. @see 45 CFR 164.414(b) */
export function recordSending(incident: Incident, sending: Sending, by: string, today: CivilDate): Decision {
  const wrong = notIn(['open'], incident);
  if (wrong !== undefined) {
    return wrong;
  }
  const { id, on, proof, despiteHold } = sending;
  const { obligations, dayZero } = computeDeadlines({ ...incident.facts, asOf: today });
  const owed = obligations.filter((one) => one.id === id || obligationKey(one) === id);
  const refusals = [
    ...owedRefusals(id, owed, obligations),
    ...dateRefusals(on, dayZero, today),
    ...proofRefusals(proof),
    ...(despiteHold === null || despiteHold.trim() === ''
      ? owed.flatMap((one) => holdRefusals(one, on))
      : []),
  ];
  if (refusals.length > 0) {
    return refused(...refusals);
  }
  if (
    !incident.sendAgain.includes(id) &&
    incident.facts.sent.some((sent) => sent.id === id && sent.on === on)
  ) {
    return accepted();
  }
  if (incident.facts.sent.length >= MAX_SENT) {
    return outOfOrder(`'sent' must have at most ${MAX_SENT} entries`);
  }
  return accepted({
    type: 'notice-sent',
    by,
    id,
    on,
    proof: { sha256: proof.sha256, reference: cleanOptional(proof.reference, MAX_REFERENCE) },
    despiteHold: cleanOptional(despiteHold, MAX_REFERENCE),
  });
}

function owedRefusals(
  id: string,
  owed: readonly Obligation[],
  all: readonly Obligation[],
): readonly Refusal[] {
  const known = [...new Set(all.map(obligationKey))].join(', ');
  return owed.length === 0
    ? [
        {
          reason: `'id' must be an obligation of this case (${known === '' ? 'there is none' : known}), got: '${id.slice(0, 60)}'`,
          citation: null,
        },
      ]
    : [];
}

function dateRefusals(on: CivilDate, dayZero: CivilDate, today: CivilDate): readonly Refusal[] {
  if (on > today) {
    return [
      {
        reason: `'on' must not be after today, ${today}: a plan is no notice, got: ${on}`,
        citation: '45 CFR 164.414(b)',
      },
    ];
  }
  return on < dayZero
    ? [{ reason: `'on' must not be before day 0, ${dayZero}, got: ${on}`, citation: '45 CFR 164.404(a)(2)' }]
    : [];
}

function proofRefusals({ sha256, reference }: Proof): readonly Refusal[] {
  if (sha256 !== null && !SHA256.test(sha256)) {
    return [{ reason: "'proof.sha256' must be 64 hexadecimal digits", citation: '45 CFR 164.414(b)' }];
  }
  return sha256 === null && (reference === null || reference.trim() === '')
    ? [
        {
          reason: 'there must be proof of the sending: a document, or where it is kept',
          citation: '45 CFR 164.414(b)',
        },
      ]
    : [];
}

function holdRefusals(owed: Obligation, on: CivilDate): readonly Refusal[] {
  return owed.notBefore !== null && on < owed.notBefore
    ? [
        {
          reason: `${obligationKey(owed)} is held by law enforcement until ${owed.notBefore}: say why it was sent on ${on}`,
          citation: '45 CFR 164.412',
        },
      ]
    : [];
}
