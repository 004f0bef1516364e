import { parseCivilDate } from '../../../../shared/calendar/civil-date';
import type { StateRule } from './state-rule';

const LICENSED_FACILITY = {
  jurisdiction: 'CA',
  nexus: 'facility',
  inForceFrom: parseCivilDate('2015-01-01'),
  triggers: 'any',
  atLeast: 0,
  owedFor: 'breach',
  start: { from: 'day-zero' },
  days: { count: 15, unit: 'business' },
  endedBy: [
    {
      ground: 'low-probability',
      since: parseCivilDate('2021-07-01'),
      citation: 'Cal. Code Regs. tit. 22, 79901(b)(1)(F)',
    },
    {
      ground: 'not-retained',
      since: parseCivilDate('2021-07-01'),
      citation: 'Cal. Code Regs. tit. 22, 79901(b)(1)(C)',
    },
  ],
  dependsOn: null,
  confidence: 'high',
  source: 'A.B. 1755 (2014); Cal. Code Regs. tit. 22, 79900–79905 (2021)',
} as const;

const RESIDENTS = {
  jurisdiction: 'CA',
  nexus: 'residents',
  inForceFrom: parseCivilDate('2026-01-01'),
  triggers: [
    {
      categories: [
        'ssn',
        'government-id',
        'financial',
        'credentials',
        'medical',
        'health-insurance',
        'biometric',
        'genetic',
        'other',
      ],
      since: null,
    },
  ],
  owedFor: 'breach',
  endedBy: [],
  dependsOn: null,
  confidence: 'high',
  source: 'S.B. 446, signed 2025-10-03, in force 2026-01-01',
} as const;

/** Duties in California: of facilities licensed there, wherever their patients live, and toward its residents. */
export const CALIFORNIA_RULES: readonly StateRule[] = [
  {
    ...LICENSED_FACILITY,
    id: 'CA-HSC-1280.15',
    recipient: 'California Department of Public Health (CDPH)',
    citation: 'Cal. Health & Safety Code 1280.15(b)(1); Cal. Code Regs. tit. 22, 79902(a)',
    delay: { kind: 'none' },
    says: 'A facility licensed in California reports to the Department of Public Health. A law-enforcement statement does not delay this report. The report names patients, so it goes to the department alone and never through an alert.',
  },
  {
    ...LICENSED_FACILITY,
    id: 'CA-HSC-1280.15(b)(2)',
    recipient: 'the affected patients or their representatives',
    citation: 'Cal. Health & Safety Code 1280.15(b)(2)',
    delay: {
      kind: 'capped',
      citation: 'Cal. Health & Safety Code 1280.15(c)',
      writtenDays: 60,
      oralDays: 30,
      grace: { count: 15, unit: 'business' },
    },
    says: 'A facility licensed in California tells each affected patient, wherever the patient lives.',
  },
  {
    ...RESIDENTS,
    id: 'CA-CIV-1798.82',
    recipient: 'affected California residents',
    citation: 'Cal. Civ. Code 1798.82(a)',
    atLeast: 0,
    start: { from: 'day-zero' },
    days: { count: 30, unit: 'calendar' },
    delay: { kind: 'until-allowed', citation: 'Cal. Civ. Code 1798.82(c)' },
    says: 'California residents are told without unreasonable delay. The law also allows time to find the scope and to restore the system; ask counsel before using it. A HIPAA letter satisfies this law as to content, not as to time.',
  },
  {
    ...RESIDENTS,
    id: 'CA-CIV-1798.82(f)',
    recipient: 'California Attorney General',
    citation: 'Cal. Civ. Code 1798.82(f)',
    atLeast: 501,
    start: { from: 'individuals-told', under: 'CA-CIV-1798.82' },
    days: { count: 15, unit: 'calendar' },
    delay: { kind: 'none' },
    says: 'With more than 500 California residents, the Attorney General gets a sample copy of the notice after residents are told.',
  },
];
