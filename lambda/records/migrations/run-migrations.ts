import { type AppliedMigration, checksumOf, pendingMigrations } from './checksum';
import type { Migration } from './migration';
import { MigrationRefused } from './migration-refused';
import { MIGRATIONS } from './migrations';
import { postgresPreparation } from './postgres-preparation';
import { OWNER_ROLE, roleStatements, UNBOUND_ROLES } from './roles';
import type { SqlClient } from './sql-client';

/** Any number, the same for every runner: two of them never work at once. */
const LOCK = 4_164_312;

const HISTORY = 'records.applied_migrations';

export interface MigrationOptions {
  /** The database that the client is connected to. */
  readonly databaseName: string;
  /** `required` fails where the server has no pgaudit; `where-available` is for servers that hold no PHI. */
  readonly audit: 'required' | 'where-available';
  /** What the identity provider calls the first administrator; once there is one, it is not looked at. @default none */
  readonly firstAdministrator?: string;
  /** @default the schema of the PHI access service */
  readonly migrations?: readonly Migration[];
}

/**
 * Brings a database to the schema of this version and returns the names of the steps that were missing. It may run any
 * number of times and at the same time; a step that fails leaves nothing of itself behind.
 *
 * @param client a session of the role that created the database
 * @see 45 CFR 164.312(a)(1), 164.312(b), 164.312(c)(1)
 */
export async function runMigrations(
  client: SqlClient,
  options: MigrationOptions,
): Promise<readonly string[]> {
  await client.query('SELECT pg_catalog.pg_advisory_lock($1)', [LOCK]);
  try {
    await prepareAudit(client, options);
    await transaction(client, roleStatements(options.databaseName));
    await requireBoundRoles(client);
    await transaction(client, [
      `SET LOCAL ROLE ${OWNER_ROLE}`,
      `CREATE TABLE IF NOT EXISTS ${HISTORY} (
         place integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT pg_catalog.now())`,
    ]);
    const names = await applyPending(client, options.migrations ?? MIGRATIONS);
    await addFirstAdministrator(client, options.firstAdministrator);
    return names;
  } finally {
    await client.query('SELECT pg_catalog.pg_advisory_unlock($1)', [LOCK]);
  }
}

/** Without pgaudit nobody would see a query that goes around the service. */
async function prepareAudit(client: SqlClient, { audit, databaseName }: MigrationOptions): Promise<void> {
  const { rows } = await client.query(
    `SELECT FROM pg_catalog.pg_available_extensions WHERE name = 'pgaudit'`,
  );
  if (rows.length > 0) {
    await transaction(client, postgresPreparation(databaseName));
  } else if (audit === 'required') {
    throw new MigrationRefused(
      'auditImpossible',
      "'audit' must be possible: the server does not offer the extension pgaudit",
    );
  }
}

/** A right that somebody gave a role by hand would make row-level security a decoration. */
async function requireBoundRoles(client: SqlClient): Promise<void> {
  const { rows } = await client.query(UNBOUND_ROLES);
  if (rows.length > 0) {
    throw new MigrationRefused(
      'roleUnbound',
      "'roles' must be under row-level security: one may go around it, make roles or act as the owner",
    );
  }
}

async function applyPending(client: SqlClient, known: readonly Migration[]): Promise<readonly string[]> {
  await client.query(`SET ROLE ${OWNER_ROLE}`);
  try {
    const { rows } = await client.query(`SELECT name, checksum FROM ${HISTORY} ORDER BY place`);
    const applied = rows as readonly AppliedMigration[];
    const pending = pendingMigrations(known, applied);
    for (const [index, migration] of pending.entries()) {
      await apply(client, migration, applied.length + index);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.query('RESET ROLE');
  }
}

/** Somebody has to let the others in. */
async function addFirstAdministrator(client: SqlClient, subject: string | undefined): Promise<void> {
  if (subject === undefined) return;
  await client.query(`SET ROLE ${OWNER_ROLE}`);
  try {
    await client.query(
      `INSERT INTO records.users (id, subject, role, active)
       SELECT gen_random_uuid(), $1, 'admin', true WHERE NOT records.has_administrator()`,
      [subject],
    );
  } finally {
    await client.query('RESET ROLE');
  }
}

async function apply(client: SqlClient, migration: Migration, place: number): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(`INSERT INTO ${HISTORY} (place, name, checksum) VALUES ($1, $2, $3)`, [
      place,
      migration.name,
      checksumOf(migration),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function transaction(client: SqlClient, statements: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
