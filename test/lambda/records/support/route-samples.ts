import { CATEGORIES } from '../../../../lambda/records/domain/access/category';
import type { Purpose } from '../../../../lambda/records/domain/access/purpose';
import { WRITTEN_LISTS } from '../../../../lambda/records/domain/access/scope';
import type { RecordsState } from './in-memory-records';
import { DEMOGRAPHICS, entryId, OTHER_PATIENT, PATIENT, type Person, USERS, uuid } from './people';
import { PURPOSE_OF } from './world';

/** A request to a route that succeeds: who may make it and with what. */
export interface RouteSample {
  readonly person: Person;
  /** What the parameters of the path are. */
  readonly params: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly version?: number;
  /** @default what the person does every day */
  readonly purpose?: Purpose;
  /** Changes what is stored, so that the request succeeds. */
  readonly given?: (state: RecordsState) => void;
}

const GRANT = uuid(301);

/** A grant of the physician who treats nobody. */
function grantToStranger(state: RecordsState): void {
  state.grants.push({
    id: GRANT,
    userId: USERS.stranger,
    patientId: PATIENT,
    reason: 'unconscious',
    grantedAt: new Date('2026-01-15T11:50:00Z'),
    expiresAt: new Date('2026-01-15T12:50:00Z'),
    reviewDueAt: new Date('2026-01-18T11:50:00Z'),
    justification: 'Found without consciousness.',
    review: null,
  });
}

const READER: Readonly<Record<(typeof CATEGORIES)[number], Person | undefined>> = {
  demographics: 'admin',
  insurance: 'billing',
  diagnosis: 'physician',
  diagnosisCodes: 'billing',
  medications: 'nurse',
  labResults: 'physician',
  notes: 'physician',
  vitals: 'nurse',
  allergies: 'nurse',
  identifiers: undefined,
  psychotherapyNotes: 'physician',
};

/** What is written into each list, and the number of the entry that is there. */
const ENTRIES: Readonly<Record<(typeof WRITTEN_LISTS)[number] | 'diagnosis', readonly [number, object]>> = {
  insurance: [1, { payer: 'Other payer', memberId: 'M-2', groupNumber: 'G-1', validUntil: '2027-12-31' }],
  diagnosis: [2, { description: 'Diabetes', code: 'E11.9', diagnosedOn: '2026-01-15' }],
  medications: [3, { name: 'Metformin', dose: '500 mg', startedOn: '2026-01-15', endedOn: null }],
  labResults: [4, { test: 'HbA1c', value: '7.1', unit: '%', takenOn: '2026-01-14' }],
  notes: [5, { text: 'Feels better.\nSleeps.', writtenOn: '2026-01-15' }],
  vitals: [6, { kind: 'bloodPressure', value: '120/80', unit: 'mmHg', takenAt: '2026-01-15T11:00:00Z' }],
  allergies: [7, { substance: 'Latex', reaction: null, severity: 'unknown' }],
  psychotherapyNotes: [8, { text: 'Spoke of work.', sessionOn: '2026-01-15' }],
};

function entrySamples(list: keyof typeof ENTRIES): readonly (readonly [string, RouteSample])[] {
  const [number, body] = ENTRIES[list];
  const person = list === 'insurance' ? 'billing' : 'physician';
  const params = { patientId: PATIENT, entryId: entryId(number) };
  return [
    [`add:${list}`, { person, params, body }],
    [`change:${list}`, { person, params, body, version: 1 }],
    [`delete:${list}`, { person, params, version: 1 }],
  ];
}

/** One sample for each route that needs a session, by name; a route without one fails the test of the table. */
export const ROUTE_SAMPLES: ReadonlyMap<string, RouteSample> = new Map<string, RouteSample>([
  ['endSession', { person: 'nurse', params: {} }],
  ['searchPatients', { person: 'physician', params: {}, body: { familyName: 'Example' } }],
  ['registerPatient', { person: 'admin', params: {}, body: DEMOGRAPHICS }],
  ['readRecord', { person: 'physician', params: { patientId: PATIENT } }],
  ['exportRecord', { person: 'patient', params: { patientId: PATIENT } }],
  ...CATEGORIES.flatMap((category) => {
    const person = READER[category];
    return person === undefined
      ? []
      : [[`read:${category}`, { person, params: { patientId: PATIENT } }] as const];
  }),
  [
    'replace:demographics',
    {
      person: 'admin',
      params: { patientId: PATIENT },
      body: { ...DEMOGRAPHICS, city: 'Othertown' },
      version: 1,
    },
  ],
  [
    'replace:identifiers',
    { person: 'admin', params: { patientId: OTHER_PATIENT }, body: { ssn: '987-65-4321' }, version: 0 },
  ],
  ...WRITTEN_LISTS.flatMap(entrySamples),
  ...entrySamples('diagnosis'),
  [
    'openBreakGlass',
    {
      person: 'stranger',
      purpose: 'emergency',
      params: {},
      body: { patientId: PATIENT, reason: 'unconscious', justification: 'Found without consciousness.' },
    },
  ],
  ['listBreakGlass', { person: 'admin', params: {}, given: grantToStranger }],
  [
    'reviewBreakGlass',
    { person: 'admin', params: { grantId: GRANT }, body: { outcome: 'justified' }, given: grantToStranger },
  ],
  [
    'putStaff',
    {
      person: 'admin',
      params: { userId: USERS.nurse },
      body: { subject: 'subject-nurse', role: 'nurse', active: false },
    },
  ],
  ['joinCareTeam', { person: 'admin', params: { patientId: OTHER_PATIENT, userId: USERS.nurse } }],
  ['leaveCareTeam', { person: 'admin', params: { patientId: PATIENT, userId: USERS.nurse } }],
  ['linkPatient', { person: 'admin', params: { patientId: PATIENT }, body: { subject: 'subject-new' } }],
  ['revokeSession', { person: 'admin', params: { userId: USERS.physician } }],
]);

/** The path of a route with its parameters. */
export function pathOf(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? uuid(900));
}

/** The request of a sample, for `World.ask`. */
export function sampleOptions({ person, purpose, body, version }: RouteSample) {
  return { purpose: purpose ?? PURPOSE_OF[person], body, version };
}
