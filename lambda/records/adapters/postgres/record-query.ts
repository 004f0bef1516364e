import type { Category, ListCategory } from '../../domain/access/category';
import { CATEGORY_TABLES } from './category-tables';

/** The categories that a record has once. */
const SINGLE: ReadonlySet<Category> = new Set(['demographics', 'identifiers']);

/** Whether a record has it once, and not a list of entries. */
export function isSingle(category: Category): category is 'demographics' | 'identifiers' {
  return SINGLE.has(category);
}

/** One statement that reads those categories of a patient ($1); a patient who is not seen gives no row. */
export function recordQuery(categories: readonly Category[]): string {
  return queryOf(categories, '');
}

/** The same of one entry ($2) of a list. */
export function entryQuery(category: ListCategory): string {
  return queryOf([category], ' AND id = $2');
}

function queryOf(categories: readonly Category[], filter: string): string {
  const parts = [...new Set(categories)].map((category) => {
    const { table, columns } = CATEGORY_TABLES[category];
    const names = columns.map(({ name }) => name).join(', ');
    const from = `FROM records.${table} WHERE patient_id = p.id${filter}`;
    return isSingle(category)
      ? `(SELECT row_to_json(t) FROM (SELECT version, ${names} ${from}) t) AS "${category}"`
      : `(SELECT coalesce(json_agg(t ORDER BY t.recorded_at, t.id), '[]')
          FROM (SELECT id, version, author_id, recorded_at, ${names} ${from}) t) AS "${category}"`;
  });
  return `SELECT ${['p.id', ...parts].join(', ')} FROM records.patients p WHERE p.id = $1`;
}
