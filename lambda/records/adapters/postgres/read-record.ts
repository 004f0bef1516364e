import type { Category, ListCategory } from '../../domain/access/category';
import type { Entry, PartialRecord } from '../../domain/record/patient-record';
import type { FieldCipher } from '../../ports/field-cipher';
import { CATEGORY_TABLES } from './category-tables';
import type { Statements } from './database';
import { entryQuery, isSingle, recordQuery } from './record-query';
import { instant, integer, type Row, text } from './row';
import { contentOf } from './stored-content';

/** Those categories of a patient as the actor of the transaction sees them; undefined for a patient whom they do not see. */
export async function readRecord(
  statements: Statements,
  cipher: FieldCipher,
  patientId: string,
  categories: readonly Category[],
): Promise<PartialRecord | undefined> {
  const [row] = await statements.query(recordQuery(categories), [patientId]);
  if (row === undefined) return undefined;
  const parts = await Promise.all(
    categories.map(
      async (category) => [category, await partOf(row[category], category, patientId, cipher)] as const,
    ),
  );
  // Every record has demographics: whoever does not see them is told of none, not of empty ones.
  return Object.fromEntries(parts.filter(([category, part]) => category !== 'demographics' || part !== null));
}

/** One entry of a list, where the actor sees it. */
export async function readEntry<C extends ListCategory>(
  statements: Statements,
  cipher: FieldCipher,
  patientId: string,
  category: C,
  entryId: string,
): Promise<Entry<C> | undefined> {
  const [row] = await statements.query(entryQuery(category), [patientId, entryId]);
  if (row === undefined) return undefined;
  const [entry] = (await partOf(row[category], category, patientId, cipher)) as readonly Entry<C>[];
  return entry;
}

async function partOf(
  part: unknown,
  category: Category,
  patient: string,
  cipher: FieldCipher,
): Promise<unknown> {
  const versioned = async (row: Row) => ({
    version: integer(row, 'version'),
    content: await contentOf(CATEGORY_TABLES[category], row, patient, cipher),
  });
  if (isSingle(category)) return part === null ? null : versioned(part as Row);
  return Promise.all(
    (part as readonly Row[]).map(async (row) => ({
      id: text(row, 'id'),
      authorId: text(row, 'author_id'),
      recordedAt: instant(row, 'recorded_at'),
      ...(await versioned(row)),
    })),
  );
}
