/** Owns the schema and logs in nowhere: only a migration acts as it. */
export const OWNER_ROLE = 'records_owner';

/** What the service logs in as: it owns nothing, creates nothing and is under row-level security. */
const SERVICE_ROLE = 'records_service';

/** The schema that holds everything. */
const SCHEMA = 'records';

/** Of all processes of the service together: a flood of requests leaves the others theirs. */
const MOST_CONNECTIONS = 200;

/** The role that RDS understands as "logs in with IAM, not with a password"; other servers do not have it. */
const IAM_ROLE = 'rds_iam';

/**
 * The statements that make the two roles and let nobody else in; they may run any number of times.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(d)
 */
export function roleStatements(databaseName: string): readonly string[] {
  const database = `"${databaseName.replaceAll('"', '""')}"`;
  return [
    whereMissing(OWNER_ROLE, `CREATE ROLE ${OWNER_ROLE} NOLOGIN`),
    whereMissing(SERVICE_ROLE, `CREATE ROLE ${SERVICE_ROLE} LOGIN`),
    `ALTER ROLE ${SERVICE_ROLE} NOCREATEDB NOCREATEROLE CONNECTION LIMIT ${MOST_CONNECTIONS}`,
    `GRANT ${OWNER_ROLE} TO CURRENT_USER`,
    wherePresent(IAM_ROLE, `GRANT ${IAM_ROLE} TO ${SERVICE_ROLE}`),
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `GRANT CONNECT ON DATABASE ${database} TO ${SERVICE_ROLE}`,
    `CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION ${OWNER_ROLE}`,
    `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${SERVICE_ROLE}`,
    // What the service never needs, taken at the door: temporary tables and long statements.
    `ALTER ROLE ${SERVICE_ROLE} IN DATABASE ${database} SET search_path = ''`,
    `ALTER ROLE ${SERVICE_ROLE} IN DATABASE ${database} SET statement_timeout = '5s'`,
    `ALTER ROLE ${SERVICE_ROLE} IN DATABASE ${database} SET idle_in_transaction_session_timeout = '15s'`,
    `ALTER ROLE ${SERVICE_ROLE} IN DATABASE ${database} SET lock_timeout = '3s'`,
  ];
}

function whereMissing(role: string, statement: string): string {
  return `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '${role}') THEN ${statement}; END IF; END $$`;
}

function wherePresent(role: string, statement: string): string {
  return `DO $$ BEGIN IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '${role}') THEN ${statement}; END IF; END $$`;
}

/**
 * Names those of the two roles that row-level security would not bind, by a right that somebody gave them: no row where all is well.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export const UNBOUND_ROLES = `
  SELECT rolname FROM pg_catalog.pg_roles
  WHERE rolname IN ('${OWNER_ROLE}', '${SERVICE_ROLE}') AND (rolsuper OR rolbypassrls)
    OR rolname = '${SERVICE_ROLE}' AND (rolcreaterole OR pg_catalog.pg_has_role(oid, '${OWNER_ROLE}', 'MEMBER'))`;
