import { CATEGORIES, type Category } from '../access/category';
import { FIELDS } from './fields';
import type { Entry, PartialRecord, Versioned } from './patient-record';

/** What an answer shows of one thing: its version and the fields of an allow-list. */
type Shown = Readonly<Record<string, unknown>>;

/** What an answer shows of a record. */
export type ProjectedRecord = Readonly<Partial<Record<Category, Shown | readonly Shown[] | null>>>;

/**
 * The part of a record that may be answered: those categories alone, of each the fields of the allow-list, and of psychotherapy
 * notes those of the reader.
 *
 * @see 45 CFR 164.502(b)
 */
export function projectRecord(
  record: PartialRecord,
  permitted: readonly Category[],
  readerId: string,
): ProjectedRecord {
  const shown = CATEGORIES.filter(
    (category) => permitted.includes(category) && record[category] !== undefined,
  ).map((category) => [category, projectCategory(category, record[category], readerId)]);
  return Object.fromEntries(shown);
}

function projectCategory(
  category: Category,
  held: PartialRecord[Category],
  readerId: string,
): Shown | readonly Shown[] | null {
  if (held === undefined || held === null) {
    return null;
  }
  if (!isList(held)) {
    return { version: held.version, ...fieldsOf(category, held.content) };
  }
  return held
    .filter(({ authorId }) => category !== 'psychotherapyNotes' || authorId === readerId)
    .map(({ id, version, recordedAt, content }) => ({
      id,
      version,
      recordedAt: recordedAt.toISOString(),
      ...fieldsOf(category, content),
    }));
}

function isList(held: Versioned<object> | readonly Entry[]): held is readonly Entry[] {
  return Array.isArray(held);
}

function fieldsOf(category: Category, content: object): Shown {
  const values = new Map<string, unknown>(Object.entries(content));
  return Object.fromEntries(
    FIELDS[category].filter((field) => values.has(field)).map((field) => [field, values.get(field)]),
  );
}
