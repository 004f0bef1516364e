import type { Statements } from './database';

/**
 * How many rows a statement changed or found. `blind` lets an actor who may change and not read find the rows to change, for
 * this statement alone; should it fail, the transaction takes that back.
 */
export async function changeRows(
  statements: Statements,
  sql: string,
  values: readonly unknown[],
  blind: boolean,
): Promise<number> {
  if (!blind) return statements.count(sql, values);
  await statements.query(CHANGING, ['on']);
  const changed = await statements.count(sql, values);
  await statements.query(CHANGING, ['off']);
  return changed;
}

const CHANGING = `SELECT set_config('app.changing', $1, true)`;
