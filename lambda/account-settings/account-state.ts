import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import type { FoundBefore } from './found-before';
import { Refused } from './refused';
import type { Setting } from './setting';

/** A row of the table of settings: how one is read, made and, where that is safe, put back. */
export interface AccountStateRow<State> {
  /** What messages and the resource call it. */
  readonly name: string;
  /** Reads what the template wants from the text that CloudFormation makes of it. */
  readonly schema: z.ZodType<State>;
  readonly read: () => Promise<State>;
  /** What the account should have, given what it has and what is wanted: never weaker than either. */
  readonly strengthen: (found: State, wanted: State) => State;
  /** What is weaker than wanted, as names of ours; asked of an account that looks after itself. */
  readonly shortfalls: (found: State, wanted: State) => readonly string[];
  readonly write: (state: State) => Promise<void>;
  /**
   * What to put back when the resource is deleted, or nothing where the present state is to stay.
   *
   * @default - nothing is ever put back: what was found can only be weaker
   */
  readonly restore?: Restore<State>;
}

/** How a state is put back, and the shape that a record of it must have. */
interface Restore<State> {
  readonly recorded: z.ZodType<State>;
  readonly target: (before: State, now: State, wanted: State) => State | undefined;
}

/** A setting that works by its row. */
export function accountState<State>(row: AccountStateRow<State>, before: FoundBefore): Setting {
  return {
    apply: async ({ mode, record, wanted: written }) => {
      const wanted = parsed(row, written);
      const found = await row.read();
      if (mode === 'adopt') {
        demand(row, row.shortfalls(found, wanted));
        // What is there belongs to its owner from now on: nothing of it is ours to put back.
        await before.forget(record);
      } else {
        const target = row.strengthen(found, wanted);
        if (!isDeepStrictEqual(found, target)) {
          await before.remember(record, found);
          await row.write(target);
        }
      }
      return `account-setting/${row.name}`;
    },
    remove: async ({ record, wanted }) => {
      if (row.restore !== undefined) {
        await putBack(row, row.restore, parsed(row, wanted), await before.recall(record));
      }
      await before.forget(record);
    },
  };
}

async function putBack<State>(
  row: AccountStateRow<State>,
  { recorded, target }: Restore<State>,
  wanted: State,
  record: unknown,
): Promise<void> {
  if (record === undefined) return;
  const before = recorded.safeParse(record);
  if (!before.success) throw new Refused(`'${row.name}' has a record of what was found that cannot be read`);
  const now = await row.read();
  const state = target(before.data, now, wanted);
  if (state !== undefined && !isDeepStrictEqual(state, now)) await row.write(state);
}

function parsed<State>(row: AccountStateRow<State>, written: unknown): State {
  const wanted = row.schema.safeParse(written);
  if (!wanted.success) throw new Refused(`'${row.name}' must be wanted as the baseline writes it`);
  return wanted.data;
}

function demand<State>(row: AccountStateRow<State>, shortfalls: readonly string[]): void {
  if (shortfalls.length === 0) return;
  throw new Refused(
    `'${row.name}' is adopted and weaker than the baseline demands: ${shortfalls.join(', ')}. ` +
      "Strengthen it, or set it to 'manage'.",
  );
}
