/** A row of a result; which columns it has is the query's to know. */
export type Row = Readonly<Record<string, unknown>>;

/** The text in a column. @throws TypeError when there is none; the value is not named */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`'${column}' must be text`);
  return value;
}

/** The instant in a column. @throws TypeError when there is none */
export function instant(row: Row, column: string): Date {
  const value = row[column];
  const date = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new TypeError(`'${column}' must be an instant`);
  return date;
}

/** The instant in a column that may be empty. */
export function instantOrNull(row: Row, column: string): Date | null {
  return row[column] === null ? null : instant(row, column);
}

/** The whole number in a column. @throws TypeError when there is none */
export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new TypeError(`'${column}' must be a whole number`);
  }
  return value;
}

/** The value of a column that is one of a closed set. @throws TypeError when it is none of them */
export function oneOf<T extends string>(row: Row, column: string, values: readonly T[]): T {
  const found = values.find((value) => value === row[column]);
  if (found === undefined) throw new TypeError(`'${column}' must be one of: ${values.join(', ')}`);
  return found;
}
