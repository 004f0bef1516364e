import { parseCivilDate } from '../../../../shared/calendar/civil-date';
import type { StateRule } from './state-rule';

const RESIDENTS = {
  jurisdiction: 'TX',
  nexus: 'residents',
  // "Sensitive personal information" takes in whatever identifies a person and relates to health, care or its payment: all PHI.
  triggers: 'any',
  owedFor: 'breach',
  start: { from: 'day-zero' },
  delay: { kind: 'none' },
  endedBy: [],
  dependsOn: null,
  confidence: 'high',
} as const;

/** Duties in Texas toward its residents and its Attorney General. */
export const TEXAS_RULES: readonly StateRule[] = [
  {
    ...RESIDENTS,
    id: 'TX-BCC-521.053',
    recipient: 'affected Texas residents',
    citation: 'Tex. Bus. & Com. Code 521.053(b)',
    inForceFrom: parseCivilDate('2020-01-01'),
    atLeast: 0,
    days: { count: 60, unit: 'calendar' },
    source: 'H.B. 4390, in force 2020-01-01',
    says: 'Texas residents are told without unreasonable delay. The law counts from the day on which the breach is determined; day 0 is the safe reading. Subsection (d) lets a law-enforcement agency ask for delay; the date here does not move for it: ask counsel.',
  },
  {
    ...RESIDENTS,
    id: 'TX-BCC-521.053(i)',
    recipient: 'Texas Attorney General',
    citation: 'Tex. Bus. & Com. Code 521.053(i)',
    inForceFrom: parseCivilDate('2023-09-01'),
    atLeast: 250,
    days: { count: 30, unit: 'calendar' },
    source: 'S.B. 768, in force 2023-09-01',
    says: 'With 250 or more Texas residents, the Attorney General is told by the electronic form, as soon as practicable.',
  },
];
