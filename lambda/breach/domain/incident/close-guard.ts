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
    ...openObligations(incident, asOf).map(obligationRefusal),
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
  incident: Pick<Incident, 'facts' | 'settled'>,
  asOf: CivilDate,
): readonly Obligation[] {
  const settled = new Set(incident.settled.map(({ id }) => id));
  return computeDeadlines({ ...incident.facts, asOf }).obligations.filter(
    (owed) => owed.status !== 'sent' && !(owed.status === 'check' && settled.has(obligationKey(owed))),
  );
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

function obligationRefusal(owed: Obligation): Refusal {
  const where = owed.jurisdiction === null ? '' : ` (${owed.jurisdiction})`;
  const when = owed.due === null ? 'without a date that is known' : `due ${owed.due}`;
  const what =
    owed.status === 'check'
      ? `${owed.id}${where} is open, ${when}: somebody has to find out whether it is owed`
      : `${owed.id}${where} is open, ${when}`;
  return { reason: what, citation: owed.citation };
}
