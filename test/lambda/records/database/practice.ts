import { Database } from '../../../../lambda/records/adapters/postgres/database';
import { poolConfig } from '../../../../lambda/records/adapters/postgres/pool-config';
import type { Category, ListCategory } from '../../../../lambda/records/domain/access/category';
import type { CategoryContent } from '../../../../lambda/records/domain/record/patient-record';
import type { Actor } from '../../../../lambda/records/ports/unit-of-work';
import type { TestPostgres } from '../../../support/postgres';
import { DATABASE } from './records-database';

const id = (kind: string, number: number) => `${kind}000000-0000-4000-8000-00000000000${number}`;

/** The people of a small practice. */
export const USERS = {
  physician: id('a1', 1),
  otherPhysician: id('a1', 2),
  nurse: id('a2', 1),
  billing: id('a3', 1),
  admin: id('a4', 1),
  otherAdmin: id('a4', 2),
  patient: id('a5', 1),
  otherPatient: id('a5', 2),
  leftPhysician: id('a6', 1),
} as const;

/** Treated by the physician and the nurse; treated by nobody; not there. */
export const PATIENTS = { treated: id('b1', 1), other: id('b1', 2), absent: id('b1', 9) } as const;

const ENTRY_NUMBERS: Readonly<Record<ListCategory, number>> = {
  insurance: 1,
  diagnosis: 2,
  diagnosisCodes: 3,
  medications: 4,
  labResults: 5,
  notes: 6,
  vitals: 7,
  allergies: 8,
  psychotherapyNotes: 9,
};

/** The one entry that each list of a seeded patient has. */
function entryOf(patientId: string, category: ListCategory): string {
  return id(patientId === PATIENTS.treated ? 'c1' : 'c2', ENTRY_NUMBERS[category]);
}

/** Something for each category. */
export const CONTENT: CategoryContent = {
  demographics: {
    familyName: 'Quillfeather',
    givenName: 'Marigold',
    birthDate: '1971-03-14',
    sex: 'female',
    addressLine: '12 Larkspur Hollow',
    city: 'Tamarack',
    state: 'VT',
    postalCode: '05400',
    phone: '802-555-0143',
    email: 'marigold@quillfeather.example',
  },
  identifiers: { ssn: '078-05-1120', driverLicense: 'D-4417-9921', passport: null },
  insurance: {
    payer: 'Evergreen Mutual',
    memberId: 'EM-77120943',
    groupNumber: null,
    validUntil: '2027-12-31',
  },
  diagnosis: { description: 'Chronic lymphocytic thyroiditis', diagnosedOn: '2020-02-29' },
  diagnosisCodes: { code: 'E06.3', diagnosedOn: '2020-02-29' },
  medications: { name: 'Levothyroxine', dose: '75 µg daily', startedOn: '2020-03-01', endedOn: null },
  labResults: { test: 'TSH', value: '6.21', unit: 'mIU/L', takenOn: '2026-01-05' },
  notes: { text: 'Tired since autumn; "better" now.', writtenOn: '2026-01-06' },
  vitals: { kind: 'bloodPressure', value: '121/79', unit: 'mmHg', takenAt: '2026-01-06T08:30:00.000Z' },
  allergies: { substance: 'Amoxicillin', reaction: 'urticaria', severity: 'moderate' },
  psychotherapyNotes: { text: 'Speaks of her brother Thaddeus.', sessionOn: '2026-01-07' },
};

/** A pool of the service over verified TLS. */
export function databaseOf(postgres: TestPostgres, maxConnections = 4): Database {
  return new Database(
    poolConfig({
      host: postgres.host,
      port: postgres.port,
      databaseName: DATABASE,
      user: 'records_service',
      authorities: [postgres.authority],
      password: () => Promise.resolve(postgres.password),
      maxConnections,
    }),
  );
}

/** Somebody who asks for what their role works for. */
export function actor(user: keyof typeof USERS, purpose: Actor['purpose'], role = roleOf(user)): Actor {
  return { userId: USERS[user], role, purpose, at: new Date() };
}

export function roleOf(user: keyof typeof USERS): Actor['role'] {
  const roles: Readonly<Record<keyof typeof USERS, Actor['role']>> = {
    physician: 'physician',
    otherPhysician: 'physician',
    leftPhysician: 'physician',
    nurse: 'nurse',
    billing: 'billing',
    admin: 'admin',
    otherAdmin: 'admin',
    patient: 'patient',
    otherPatient: 'patient',
  };
  return roles[user];
}

const TABLES: Readonly<Record<ListCategory, string>> = {
  insurance: `insurance (id, patient_id, author_id, version, recorded_at, payer, member_id)|'p', 'm'`,
  diagnosis: `diagnoses (id, patient_id, author_id, version, recorded_at, description, diagnosed_on)|'d', '2020-01-01'`,
  diagnosisCodes: `diagnosis_codes (id, patient_id, author_id, version, recorded_at, code, diagnosed_on)|'E06.3', '2020-01-01'`,
  medications: `medications (id, patient_id, author_id, version, recorded_at, name, dose, started_on)|'n', 'd', '2020-01-01'`,
  labResults: `lab_results (id, patient_id, author_id, version, recorded_at, test, value, unit, taken_on)|'t', 'v', 'u', '2020-01-01'`,
  notes: `notes (id, patient_id, author_id, version, recorded_at, text, written_on)|'t', '2020-01-01'`,
  vitals: `vitals (id, patient_id, author_id, version, recorded_at, kind, value, unit, taken_at)|'weight', 'v', 'u', now()`,
  allergies: `allergies (id, patient_id, author_id, version, recorded_at, substance, severity)|'s', 'mild'`,
  psychotherapyNotes: `psychotherapy_notes (id, patient_id, author_id, version, recorded_at, text, session_on)|'\\x00', '2020-01-01'`,
};

/** Puts the people, two patients and, by the physician, an entry of each list of each patient into the database. */
export async function seedPractice(postgres: TestPostgres, entries = true): Promise<void> {
  const users = Object.entries(USERS).map(([name, userId]) => {
    const patient = name === 'patient' ? PATIENTS.treated : name === 'otherPatient' ? PATIENTS.other : null;
    const role = roleOf(name as keyof typeof USERS);
    return `('${userId}', '${name}', '${role}', ${name !== 'leftPhysician'}, ${patient === null ? 'NULL' : `'${patient}'`})`;
  });
  const patients = [PATIENTS.treated, PATIENTS.other];
  const team = [USERS.physician, USERS.nurse, USERS.leftPhysician].map(
    (user) => `('${PATIENTS.treated}', '${user}')`,
  );
  await postgres.asSuperuser(
    DATABASE,
    `INSERT INTO records.patients (id) VALUES ${patients.map((patient) => `('${patient}')`).join(', ')}`,
    `INSERT INTO records.users (id, subject, role, active, patient_id) VALUES ${users.join(', ')}`,
    `INSERT INTO records.care_team (patient_id, user_id) VALUES ${team.join(', ')}`,
    ...(entries ? patients.flatMap(entriesOf) : []),
  );
}

function entriesOf(patient: string): readonly string[] {
  const lists = Object.entries(TABLES).map(([category, table]) => {
    const [into, values] = table.split('|');
    return `INSERT INTO records.${into} VALUES ('${entryOf(patient, category as ListCategory)}', '${patient}',
      '${USERS.physician}', 1, now(), ${values})`;
  });
  return [
    `INSERT INTO records.demographics (patient_id, version, family_name, given_name, birth_date, sex)
     VALUES ('${patient}', 1, 'Quillfeather', 'Marigold', '1971-03-14', 'female')`,
    `INSERT INTO records.identifiers (patient_id, version, ssn) VALUES ('${patient}', 1, '\\x00')`,
    ...lists,
  ];
}

/** The category's table. */
export function tableName(category: Category): string {
  const single: Readonly<Partial<Record<Category, string>>> = {
    demographics: 'demographics',
    identifiers: 'identifiers',
  };
  return single[category] ?? TABLES[category as ListCategory].split(' ')[0] ?? '';
}
