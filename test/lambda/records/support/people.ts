import type { Role } from '../../../../lambda/records/domain/access/role';
import type { Demographics, PatientRecord } from '../../../../lambda/records/domain/record/patient-record';
import { type KnownUser, newRecord, type RecordsState } from './in-memory-records';

/** A UUID that says in the test which one it is. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Who is known: one of each role, a second physician who treats nobody, and a second patient. */
export const USERS = {
  physician: uuid(1),
  nurse: uuid(2),
  billing: uuid(3),
  admin: uuid(4),
  patient: uuid(5),
  stranger: uuid(6),
  otherPatient: uuid(7),
  otherAdmin: uuid(8),
} as const;

export type Person = keyof typeof USERS;

export const PATIENT = uuid(101);
export const OTHER_PATIENT = uuid(102);

const ROLE_OF: Readonly<Record<Person, Role>> = {
  physician: 'physician',
  nurse: 'nurse',
  billing: 'billing',
  admin: 'admin',
  patient: 'patient',
  stranger: 'physician',
  otherPatient: 'patient',
  otherAdmin: 'admin',
};

const OWN_RECORD: Partial<Record<Person, string>> = { patient: PATIENT, otherPatient: OTHER_PATIENT };

export const DEMOGRAPHICS: Demographics = {
  familyName: 'Examplefamily',
  givenName: 'Anna',
  birthDate: '1980-05-17',
  sex: 'female',
  addressLine: '1 Example Street',
  city: 'Exampletown',
  state: 'CA',
  postalCode: '90210',
  phone: '555-0100',
  email: 'anna@mail.example',
};

/** The entry of each list, by number. */
export function entryId(number: number): string {
  return uuid(200 + number);
}

const RECORDED = { version: 1, authorId: USERS.physician, recordedAt: new Date('2026-01-10T10:00:00Z') };

/** A record with something in each category. */
export const FULL_RECORD: PatientRecord = {
  ...newRecord(DEMOGRAPHICS),
  identifiers: {
    version: 1,
    content: { ssn: '078-05-1120', driverLicense: 'D1234567', passport: 'P7654321' },
  },
  insurance: [
    {
      ...RECORDED,
      id: entryId(1),
      content: { payer: 'Payer', memberId: 'MEMBER-1', groupNumber: null, validUntil: null },
    },
  ],
  diagnosis: [{ ...RECORDED, id: entryId(2), content: { description: 'Asthma', diagnosedOn: '2026-01-10' } }],
  diagnosisCodes: [{ ...RECORDED, id: entryId(2), content: { code: 'J45.909', diagnosedOn: '2026-01-10' } }],
  medications: [
    {
      ...RECORDED,
      id: entryId(3),
      content: { name: 'Albuterol', dose: '90 mcg', startedOn: '2026-01-10', endedOn: null },
    },
  ],
  labResults: [
    {
      ...RECORDED,
      id: entryId(4),
      content: { test: 'Eosinophils', value: '0.6', unit: '10^9/L', takenOn: '2026-01-09' },
    },
  ],
  notes: [{ ...RECORDED, id: entryId(5), content: { text: 'Wheezing at night.', writtenOn: '2026-01-10' } }],
  vitals: [
    {
      ...RECORDED,
      id: entryId(6),
      content: { kind: 'heartRate', value: '72', unit: '/min', takenAt: '2026-01-10T09:00:00.000Z' },
    },
  ],
  allergies: [
    { ...RECORDED, id: entryId(7), content: { substance: 'Penicillin', reaction: 'rash', severity: 'mild' } },
  ],
  psychotherapyNotes: [
    { ...RECORDED, id: entryId(8), content: { text: 'Spoke of the divorce.', sessionOn: '2026-01-10' } },
    {
      ...RECORDED,
      id: entryId(9),
      authorId: USERS.stranger,
      content: { text: 'Written by another.', sessionOn: '2026-01-11' },
    },
  ],
};

/** The subject by which the identity provider knows somebody. */
export function subjectOf(person: Person): string {
  return `subject-${person}`;
}

/** Two patients; a physician and a nurse who treat the first, and one who treats nobody. */
export function sampleState(): RecordsState {
  return {
    records: {
      [PATIENT]: FULL_RECORD,
      [OTHER_PATIENT]: newRecord({ ...DEMOGRAPHICS, givenName: 'Berta', birthDate: '1930-01-01' }),
    },
    users: (Object.keys(USERS) as Person[]).map(
      (person): KnownUser => ({
        id: USERS[person],
        role: ROLE_OF[person],
        active: true,
        kind: 'person',
        subject: subjectOf(person),
        patientId: OWN_RECORD[person] ?? null,
      }),
    ),
    careTeams: [
      { patientId: PATIENT, userId: USERS.physician },
      { patientId: PATIENT, userId: USERS.nurse },
    ],
    grants: [],
  };
}
