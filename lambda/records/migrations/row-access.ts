/** Whose rows of one table the database shows to whom, and who may change them: the policies of Cedar, said again in SQL. */
export interface RowAccess {
  readonly table: string;
  /** Roles that see the rows of the patients to whom they are something: care team, own record, emergency. */
  readonly related: readonly string[];
  /** Roles that see the rows of every patient. */
  readonly unrelated: readonly string[];
  /** Roles that add and change rows; of whom, as above. A role that only writes is named here alone. */
  readonly writers: readonly string[];
  /** Roles that delete rows, never in an emergency. */
  readonly deleters: readonly string[];
  /** Only the author sees and changes a row, and never in an emergency. @default false */
  readonly authorOnly?: boolean;
}

const CLINICIANS = ['physician', 'nurse'];
const BEDSIDE = { related: [...CLINICIANS, 'patient'], unrelated: [], writers: CLINICIANS };
const FINDINGS = { related: ['physician', 'patient'], unrelated: [], writers: ['physician'] };
const DELETED_BY_PHYSICIANS = { deleters: ['physician'] };

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
    deleters: [],
  },
  { table: 'identifiers', related: [], unrelated: [], writers: ['admin'], deleters: [] },
  {
    table: 'insurance',
    related: ['patient'],
    unrelated: ['billing'],
    writers: ['billing'],
    deleters: ['billing'],
  },
  { table: 'diagnoses', ...FINDINGS, ...DELETED_BY_PHYSICIANS },
  {
    table: 'diagnosis_codes',
    related: ['patient'],
    unrelated: ['billing'],
    writers: ['physician'],
    ...DELETED_BY_PHYSICIANS,
  },
  { table: 'medications', ...BEDSIDE, ...DELETED_BY_PHYSICIANS },
  { table: 'lab_results', ...FINDINGS, ...DELETED_BY_PHYSICIANS },
  { table: 'notes', ...FINDINGS, ...DELETED_BY_PHYSICIANS },
  { table: 'vitals', ...BEDSIDE, ...DELETED_BY_PHYSICIANS },
  { table: 'allergies', ...BEDSIDE, ...DELETED_BY_PHYSICIANS },
  {
    table: 'psychotherapy_notes',
    related: ['physician'],
    unrelated: [],
    writers: ['physician'],
    deleters: ['physician'],
    authorOnly: true,
  },
];

/** The tables with one row a patient; all others have entries with an author. */
const SINGLE = ['demographics', 'identifiers'];

/** The roles that meet patients to whom they are nothing. */
const UNRELATED = ['billing', 'admin'];

/** The statements that put one table under row-level security and let the service do what its policies then narrow. */
export function rowSecurityStatements(access: RowAccess): readonly string[] {
  const { table, related, unrelated, writers, deleters } = access;
  const name = `records.${table}`;
  const single = SINGLE.includes(table);
  const author = access.authorOnly
    ? ' AND author_id = (SELECT records.acting_user()) AND NOT records.in_a_hurry()'
    : '';
  const seen = sees([...related, ...unrelated]) + author;
  const written = sees(writers) + author;
  const deleted = `${sees(deleters)}${author} AND NOT records.in_a_hurry()`;
  const own = single ? '' : ' AND author_id = (SELECT records.acting_user())';
  const blind = [...writers, ...deleters].filter((role) => ![...related, ...unrelated].includes(role));
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_read ON ${name} FOR SELECT USING (${seen})`,
    `CREATE POLICY ${table}_add ON ${name} FOR INSERT WITH CHECK (${written}${own})`,
    `CREATE POLICY ${table}_change ON ${name} FOR UPDATE USING (${written}) WITH CHECK (${written}${own})`,
    `GRANT SELECT, INSERT, UPDATE ON ${name} TO records_service`,
    // PostgreSQL changes only rows that it may read: whoever only writes finds them while changing them.
    ...(blind.length > 0
      ? [`CREATE POLICY ${table}_find ON ${name} FOR SELECT USING (records.changing() AND ${sees(blind)})`]
      : []),
    ...(single
      ? []
      : [
          `CREATE POLICY ${table}_remove ON ${name} FOR DELETE USING (${deleted})`,
          `GRANT DELETE ON ${name} TO records_service`,
        ]),
  ];
}

function sees(roles: readonly string[]): string {
  const unrelated = actsAs(roles.filter((role) => UNRELATED.includes(role)));
  const related = actsAs(roles.filter((role) => !UNRELATED.includes(role)));
  return `(${unrelated} OR (${related} AND patient_id IN (SELECT records.related_patients())))`;
}

/** A subquery is evaluated once a statement, not once a row. */
function actsAs(roles: readonly string[]): string {
  return roles.length === 0
    ? 'false'
    : `coalesce((SELECT records.acting_capacity()) IN (${roles.map((role) => `'${role}'`).join(', ')}), false)`;
}
