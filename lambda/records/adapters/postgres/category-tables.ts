import type { Category } from '../../domain/access/category';
import type { CategoryContent } from '../../domain/record/patient-record';

/** How a field is stored: `encrypted` as ciphertext of its own, `instant` with its time zone, the others as they are. */
type ColumnKind = 'plain' | 'instant' | 'encrypted';

/** Where a field of a category is stored. */
export interface Column {
  readonly field: string;
  readonly name: string;
  readonly kind: ColumnKind;
}

/** Where a category is stored. */
export interface CategoryTable {
  readonly table: string;
  readonly columns: readonly Column[];
  /** Some role changes it without reading it, see `row-access.ts`. */
  readonly blind: boolean;
}

type Columns<C extends Category> = Readonly<
  Record<keyof CategoryContent[C], string | readonly [name: string, kind: ColumnKind]>
>;

function tableOf<C extends Category>(table: string, columns: Columns<C>, blind = false): CategoryTable {
  const entries = Object.entries<string | readonly [string, ColumnKind]>(columns);
  return {
    table,
    blind,
    columns: entries.map(([field, column]) =>
      typeof column === 'string'
        ? { field, name: column, kind: 'plain' }
        : { field, name: column[0], kind: column[1] },
    ),
  };
}

/** Every category's table; the fields are held to the record's types. */
export const CATEGORY_TABLES: Readonly<Record<Category, CategoryTable>> = {
  demographics: tableOf<'demographics'>('demographics', {
    familyName: 'family_name',
    givenName: 'given_name',
    birthDate: 'birth_date',
    sex: 'sex',
    addressLine: 'address_line',
    city: 'city',
    state: 'state',
    postalCode: 'postal_code',
    phone: 'phone',
    email: 'email',
  }),
  identifiers: tableOf<'identifiers'>(
    'identifiers',
    {
      ssn: ['ssn', 'encrypted'],
      driverLicense: ['driver_license', 'encrypted'],
      passport: ['passport', 'encrypted'],
    },
    true,
  ),
  insurance: tableOf<'insurance'>('insurance', {
    payer: 'payer',
    memberId: 'member_id',
    groupNumber: 'group_number',
    validUntil: 'valid_until',
  }),
  diagnosis: tableOf<'diagnosis'>('diagnoses', { description: 'description', diagnosedOn: 'diagnosed_on' }),
  diagnosisCodes: tableOf<'diagnosisCodes'>(
    'diagnosis_codes',
    { code: 'code', diagnosedOn: 'diagnosed_on' },
    true,
  ),
  medications: tableOf<'medications'>('medications', {
    name: 'name',
    dose: 'dose',
    startedOn: 'started_on',
    endedOn: 'ended_on',
  }),
  labResults: tableOf<'labResults'>('lab_results', {
    test: 'test',
    value: 'value',
    unit: 'unit',
    takenOn: 'taken_on',
  }),
  notes: tableOf<'notes'>('notes', { text: 'text', writtenOn: 'written_on' }),
  vitals: tableOf<'vitals'>('vitals', {
    kind: 'kind',
    value: 'value',
    unit: 'unit',
    takenAt: ['taken_at', 'instant'],
  }),
  allergies: tableOf<'allergies'>('allergies', {
    substance: 'substance',
    reaction: 'reaction',
    severity: 'severity',
  }),
  psychotherapyNotes: tableOf<'psychotherapyNotes'>('psychotherapy_notes', {
    text: ['text', 'encrypted'],
    sessionOn: 'session_on',
  }),
};
