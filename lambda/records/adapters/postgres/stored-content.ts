import type { FieldCipher } from '../../ports/field-cipher';
import type { CategoryTable, Column } from './category-tables';
import { instant, type Row } from './row';

/** What a row says of a category, in the record's words; ciphertext comes as JSON has it, `\x` and hexadecimal digits. */
export async function contentOf(
  { table, columns }: CategoryTable,
  row: Row,
  patient: string,
  cipher: FieldCipher,
): Promise<Readonly<Record<string, unknown>>> {
  const fields = await Promise.all(
    columns.map(async (column) => [column.field, await read(table, column, row, patient, cipher)] as const),
  );
  return Object.fromEntries(fields);
}

/** The values of a category in the order of its columns, ready to be parameters. */
export function valuesOf(
  { table, columns }: CategoryTable,
  content: object,
  patient: string,
  cipher: FieldCipher,
): Promise<readonly unknown[]> {
  const fields = new Map<string, unknown>(Object.entries(content));
  return Promise.all(
    columns.map(({ field, name, kind }) => {
      const value = fields.get(field) ?? null;
      return kind === 'encrypted' && typeof value === 'string'
        ? cipher.encrypt(value, { table, column: name, patient })
        : value;
    }),
  );
}

async function read(
  table: string,
  { name, kind }: Column,
  row: Row,
  patient: string,
  cipher: FieldCipher,
): Promise<unknown> {
  const value = row[name];
  if (value === null || value === undefined) return null;
  if (kind === 'instant') return instant(row, name).toISOString();
  if (kind === 'plain') return value;
  if (typeof value !== 'string') throw new TypeError(`'${name}' must be ciphertext`);
  return cipher.decrypt(Buffer.from(value.slice(2), 'hex'), { table, column: name, patient });
}
