import type { CivilDate } from '../../../shared/calendar/civil-date';
import { FACTOR_ROWS } from '../assessment/factors';
import { computeDeadlines } from '../deadlines/compute-deadlines';
import type { Obligation } from '../deadlines/obligation';
import type { Refusal } from './decision';
import type { Incident } from './incident';
import { obligationKey } from './obligation-key';

const PRESUMPTION = '45 CFR 164.402 Breach (2)';
const SECURED = '45 CFR 164.402 Unsecured protected health information';
const EXCLUSION = '45 CFR 164.402 Breach (1)';
const RESPONSE = '45 CFR 164.308(a)(6)(ii)';

/**
 * Everything that stands against closing a case, each with its paragraph; nothing where it can be closed.
 *
 * @see 45 CFR 164.414(b)
 */
export function closeRefusals(incident: Incident, asOf: CivilDate): readonly Refusal[] {
  return [
    ...assessmentRefusals(incident),
    ...openObligations(incident, asOf).map((owed) => obligationRefusal(owed, incident)),
    ...uncountedRefusals(incident),
    ...incident.containment
      .filter(({ state }) => state === 'started' || state === 'undo-started')
      .map(({ kind, id }) => ({
        reason: `the action ${kind} (${id}) was begun and nobody knows how it ended: run it again`,
        citation: RESPONSE,
      })),
  ];
}

/** What a case still owes somebody: not sent, and not settled by a person where no rule gives an answer. */
export function openObligations(
  incident: Pick<Incident, 'facts' | 'settled' | 'sendAgain'>,
  asOf: CivilDate,
): readonly Obligation[] {
  const settled = new Set(incident.settled.map(({ id }) => id));
  return currentObligations(incident, asOf).filter(
    (owed) => owed.status !== 'sent' && !(owed.status === 'check' && settled.has(obligationKey(owed))),
  );
}

/** Every obligation of a case as it stands: what was sent before people were added is owed again, by the same date. */
export function currentObligations(
  { facts, sendAgain }: Pick<Incident, 'facts' | 'sendAgain'>,
  asOf: CivilDate,
): readonly Obligation[] {
  const { obligations } = computeDeadlines({ ...facts, asOf });
  if (sendAgain.length === 0) {
    return obligations;
  }
  const sent = facts.sent.filter(({ id }) => !sendAgain.includes(id));
  const without = computeDeadlines({ ...facts, sent, asOf }).obligations;
  return obligations.map((owed) => {
    const again = without.find((one) => obligationKey(one) === obligationKey(owed));
    if (owed.status !== 'sent' || again === undefined || again.status === 'sent') {
      return owed;
    }
    const late = again.status !== 'check' && owed.due !== null && asOf > owed.due;
    return { ...owed, status: late ? 'overdue' : again.status };
  });
}

function assessmentRefusals({ assessed }: Incident): readonly Refusal[] {
  if (assessed === null) {
    return [
      {
        reason: `nobody has assessed it, and a breach is presumed: missing ${FACTOR_ROWS.map(({ factor }) => `factors.${factor}`).join(', ')}`,
        citation: PRESUMPTION,
      },
    ];
  }
  return assessed.missing.map((field) => ({
    reason: `the assessment documents nothing in ${field}`,
    citation: citationOf(field),
  }));
}

/** Who is owed what depends on where the affected people live: what nobody has counted cannot be shown to be done. */
function uncountedRefusals({ assessed, facts }: Incident): readonly Refusal[] {
  return assessed?.presumption === 'stands' && facts.role === 'covered-entity' && facts.affected.length === 0
    ? [
        {
          reason:
            "nobody has said in which States the affected people live: 'facts.affected' must name them, their number may be unknown",
          citation: '45 CFR 164.406',
        },
      ]
    : [];
}

function citationOf(field: string): string {
  const factor = FACTOR_ROWS.find((row) => field === `factors.${row.factor}`);
  if (factor !== undefined) {
    return factor.citation;
  }
  if (field.startsWith('secured.')) {
    return SECURED;
  }
  return field.startsWith('excluded.') ? EXCLUSION : PRESUMPTION;
}

function obligationRefusal(owed: Obligation, { sendAgain }: Pick<Incident, 'sendAgain'>): Refusal {
  const where = owed.jurisdiction === null ? '' : ` (${owed.jurisdiction})`;
  const when = owed.due === null ? 'without a date that is known' : `due ${owed.due}`;
  const what =
    owed.status === 'check'
      ? `${owed.id}${where} is open, ${when}: somebody has to find out whether it is owed`
      : `${owed.id}${where} is open, ${when}`;
  const again = sendAgain.some((id) => id === owed.id || id === obligationKey(owed))
    ? ': it was sent before people were added'
    : '';
  return { reason: `${what}${again}`, citation: owed.citation };
}
