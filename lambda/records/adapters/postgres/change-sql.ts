import type { CategoryTable } from './category-tables';

/** Statements that write a category's columns; their parameters begin with those that the names say. */
export const CHANGE_SQL = {
  /** Patient, version 0. */
  addSingle: ({ table, columns }: CategoryTable) =>
    `INSERT INTO records.${table} (patient_id, version, ${names(columns)})
     VALUES ($1, $2::integer + 1, ${parameters(columns.length, 2)}) ON CONFLICT DO NOTHING`,

  /** Patient, version. */
  replaceSingle: ({ table, columns }: CategoryTable) =>
    `UPDATE records.${table} SET (version, ${names(columns)}) = ROW ($2::integer + 1, ${parameters(columns.length, 2)})
     WHERE patient_id = $1 AND version = $2`,

  /** Entry, patient, author, instant. */
  addEntry: ({ table, columns }: CategoryTable) =>
    `INSERT INTO records.${table} (id, patient_id, version, author_id, recorded_at, ${names(columns)})
     VALUES ($1, $2, 1, $3, $4, ${parameters(columns.length, 4)}) ON CONFLICT DO NOTHING`,

  /** Entry, patient, author, instant, version. */
  replaceEntry: ({ table, columns }: CategoryTable) =>
    `UPDATE records.${table} SET (author_id, recorded_at, version, ${names(columns)})
       = ROW ($3, $4, $5::integer + 1, ${parameters(columns.length, 5)})
     WHERE id = $1 AND patient_id = $2 AND version = $5`,

  /** Entry, patient, version. */
  deleteEntry: ({ table }: CategoryTable) =>
    `DELETE FROM records.${table} WHERE id = $1 AND patient_id = $2 AND version = $3`,

  /** Entry, patient. */
  findEntry: ({ table }: CategoryTable) => `SELECT FROM records.${table} WHERE id = $1 AND patient_id = $2`,
} as const;

function names(columns: CategoryTable['columns']): string {
  return columns.map(({ name }) => name).join(', ');
}

/** `$3, $4` for two columns after two other parameters. */
function parameters(count: number, after: number): string {
  return Array.from({ length: count }, (_, index) => `$${after + index + 1}`).join(', ');
}
