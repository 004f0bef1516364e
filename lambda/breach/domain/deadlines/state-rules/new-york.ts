import { parseCivilDate } from '../../../../shared/calendar/civil-date';
import type { StateRule } from './state-rule';

const PRIVATE_INFORMATION = [
  {
    categories: ['ssn', 'government-id', 'financial', 'credentials', 'biometric', 'other'],
    since: null,
  },
  { categories: ['medical', 'health-insurance', 'genetic'], since: parseCivilDate('2025-03-21') },
] as const;

const RESIDENTS = {
  jurisdiction: 'NY',
  nexus: 'residents',
  triggers: PRIVATE_INFORMATION,
  atLeast: 0,
  owedFor: 'breach',
  endedBy: [],
  dependsOn: null,
  confidence: 'high',
} as const;

/** Duties in New York: toward its residents, its officers, and of its hospitals. */
export const NEW_YORK_RULES: readonly StateRule[] = [
  {
    ...RESIDENTS,
    id: 'NY-GBL-899-aa',
    recipient: 'affected New York residents',
    citation: 'N.Y. Gen. Bus. Law 899-aa(2)',
    inForceFrom: parseCivilDate('2024-12-21'),
    start: { from: 'day-zero' },
    days: { count: 30, unit: 'calendar' },
    delay: { kind: 'until-allowed', citation: 'N.Y. Gen. Bus. Law 899-aa(4)' },
    source: '2024 amendment of 899-aa, in force 2024-12-21; medical information since 2025-03-21',
    says: 'New York residents are told without unreasonable delay. Thirty days is the careful reading: a HIPAA notice to individuals may suffice. Time to find the scope is no longer allowed.',
  },
  {
    ...RESIDENTS,
    id: 'NY-GBL-899-aa(8)',
    recipient: 'New York Attorney General, Department of State and State Police',
    citation: 'N.Y. Gen. Bus. Law 899-aa(8)(a)',
    inForceFrom: parseCivilDate('2024-12-21'),
    start: { from: 'individuals-told', under: 'NY-GBL-899-aa' },
    days: { count: 0, unit: 'calendar' },
    delay: { kind: 'none' },
    source: '2024 amendment of 899-aa, in force 2024-12-21',
    says: 'The State officers are told when New York residents are told. Entities under the Department of Financial Services tell that department too.',
  },
  {
    ...RESIDENTS,
    id: 'NY-GBL-899-aa(9)',
    recipient: 'New York Attorney General',
    citation: 'N.Y. Gen. Bus. Law 899-aa(9)',
    inForceFrom: parseCivilDate('2019-10-23'),
    triggers: 'any',
    start: { from: 'hhs-told' },
    days: { count: 5, unit: 'business' },
    delay: { kind: 'none' },
    source: 'SHIELD Act, in force 2019-10-23',
    says: 'Whatever HHS is told goes to the Attorney General within five business days, small breaches too.',
  },
  {
    ...RESIDENTS,
    id: 'NY-GBL-899-aa(2)(a)',
    recipient: 'New York Attorney General',
    citation: 'N.Y. Gen. Bus. Law 899-aa(2)(a)',
    inForceFrom: parseCivilDate('2019-10-23'),
    triggers: 'any',
    atLeast: 501,
    owedFor: 'no-breach',
    start: { from: 'day-zero' },
    days: null,
    delay: { kind: 'none' },
    dependsOn: 'the day of the finding, which the facts do not hold',
    source: 'SHIELD Act, in force 2019-10-23',
    says: 'A written finding of no harm that covers more than 500 New York residents goes to the Attorney General within ten days after the finding.',
  },
  {
    id: 'NY-10-NYCRR-405.46',
    jurisdiction: 'NY',
    nexus: 'facility',
    recipient: 'New York State Department of Health',
    citation: '10 NYCRR 405.46',
    inForceFrom: parseCivilDate('2024-10-02'),
    triggers: 'any',
    atLeast: 0,
    owedFor: 'breach',
    start: { from: 'day-zero' },
    days: { count: 3, unit: 'calendar' },
    delay: { kind: 'none' },
    endedBy: [],
    dependsOn:
      'whether the facility is a general hospital, and whether the incident disrupts its operations or put ransomware on a material part of its systems',
    confidence: 'high',
    source: 'N.Y. State Register, 2024-10-02',
    says: 'A general hospital tells the Department of Health within 72 hours after it determines that a cybersecurity incident has occurred; three calendar days here, because a date has no hours.',
  },
];
