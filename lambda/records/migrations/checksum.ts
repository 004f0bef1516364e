import { createHash } from 'node:crypto';
import type { Migration } from './migration';
import { MigrationRefused } from './migration-refused';

/** What tells whether the text of a step that was applied is still the same. */
export function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** A step that the database has seen. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/**
 * The steps that are still to do. Throws when the history and the code disagree: a step that changed, one that the
 * code does not know (a newer version was here), or one that would come before one that is done.
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  for (const [index, { name, checksum }] of applied.entries()) {
    const migration = known[index];
    if (migration?.name !== name) {
      throw new MigrationRefused(
        'historyDiffers',
        `'migrations' must have ${name} at place ${index + 1}, got: ${migration?.name ?? 'nothing'}`,
      );
    }
    if (checksumOf(migration) !== checksum) {
      throw new MigrationRefused(
        'stepChanged',
        `'${name}' must not change once it is applied; add a new step`,
      );
    }
  }
  return known.slice(applied.length);
}
