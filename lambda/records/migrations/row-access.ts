/** Whose rows of one table the database shows to whom, and who may change them. */
export interface RowAccess {
  readonly table: string;
  /** Roles that see the rows of the patients to whom they are something: care team, own record, emergency. */
  readonly related: readonly string[];
  /** Roles that see the rows of every patient. */
  readonly unrelated: readonly string[];
  /** Those of the roles above that may write. */
  readonly writers: readonly string[];
  /** Only the author sees and changes a row. @default false */
  readonly authorOnly?: boolean;
}

/**
 * The second line behind the policies: what is not in this table is not shown, whatever the service asks.
 *
 * @see 45 CFR 164.312(a)(1), 164.502(b), 164.508(a)(2)
 */
export const ROW_ACCESS: readonly RowAccess[] = [
  {
    table: 'demographics',
    related: ['physician', 'nurse', 'patient'],
    unrelated: ['billing', 'admin'],
    writers: ['admin'],
  },
  { table: 'identifiers', related: [], unrelated: [], writers: [] },
  { table: 'insurance', related: ['patient'], unrelated: ['billing'], writers: ['billing'] },
  { table: 'diagnoses', related: ['physician', 'patient'], unrelated: [], writers: ['physician'] },
  { table: 'diagnosis_codes', related: ['patient'], unrelated: ['billing'], writers: ['billing'] },
  {
    table: 'medications',
    related: ['physician', 'nurse', 'patient'],
    unrelated: [],
    writers: ['physician', 'nurse'],
  },
  { table: 'lab_results', related: ['physician', 'patient'], unrelated: [], writers: ['physician'] },
  { table: 'notes', related: ['physician', 'patient'], unrelated: [], writers: ['physician'] },
  {
    table: 'vitals',
    related: ['physician', 'nurse', 'patient'],
    unrelated: [],
    writers: ['physician', 'nurse'],
  },
  {
    table: 'allergies',
    related: ['physician', 'nurse', 'patient'],
    unrelated: [],
    writers: ['physician', 'nurse'],
  },
  {
    table: 'psychotherapy_notes',
    related: ['physician'],
    unrelated: [],
    writers: ['physician'],
    authorOnly: true,
  },
];

/** The tables with one row a patient; all others have entries with an author. */
const SINGLE = ['demographics', 'identifiers'];

/** The statements that put one table under row-level security and let the service do what its policies then narrow. */
export function rowSecurityStatements(access: RowAccess): readonly string[] {
  const { table } = access;
  const name = `records.${table}`;
  const single = SINGLE.includes(table);
  const seen = sees(access);
  const changed = `${seen} AND ${actsAs(access.writers)}`;
  const own = single ? '' : ' AND author_id = (SELECT records.acting_user())';
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_read ON ${name} FOR SELECT USING (${seen})`,
    `CREATE POLICY ${table}_add ON ${name} FOR INSERT WITH CHECK (${changed}${own})`,
    `CREATE POLICY ${table}_change ON ${name} FOR UPDATE USING (${changed}) WITH CHECK (${changed}${own})`,
    `GRANT SELECT, INSERT, UPDATE ON ${name} TO records_service`,
    ...(single
      ? []
      : [
          `CREATE POLICY ${table}_remove ON ${name} FOR DELETE USING (${changed})`,
          `GRANT DELETE ON ${name} TO records_service`,
        ]),
  ];
}

function sees({ related, unrelated, authorOnly = false }: RowAccess): string {
  const rows = `(${actsAs(unrelated)} OR (${actsAs(related)} AND patient_id IN (SELECT records.related_patients())))`;
  return authorOnly ? `${rows} AND author_id = (SELECT records.acting_user())` : rows;
}

/** A subquery is evaluated once a statement, not once a row. */
function actsAs(roles: readonly string[]): string {
  return `coalesce((SELECT records.acting_role()) = ANY ('{${roles.join(',')}}'::text[]), false)`;
}
