import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Client } from 'pg';
import { createLog } from '../../shared/log/log';
import { withoutText } from '../adapters/postgres/database-failure';
import { clientConfig } from '../adapters/postgres/pool-config';
import { databaseAuthorities } from '../adapters/postgres/rds-authorities';
import { MigrationRefused } from '../migrations/migration-refused';
import { runMigrations } from '../migrations/run-migrations';
import { environment } from './environment';
import { masterLogin } from './master-login';
import { MIGRATION_ENVIRONMENT, readSettings } from './settings';

const log = createLog((line) => process.stdout.write(`${line}\n`));

/**
 * Brings the database to this version's schema. Run at each deployment, before the service of that version answers anybody.
 *
 * @throws Error without the text of the database's
 */
export async function handler(): Promise<{ readonly applied: readonly string[] }> {
  const settings = readSettings(MIGRATION_ENVIRONMENT, environment());
  const region = settings.AWS_REGION;
  const { username, password } = await masterLogin(
    new SecretsManagerClient({ region }),
    settings.DATABASE_SECRET_ARN,
  );
  const client = new Client(
    clientConfig({
      host: settings.DATABASE_HOST,
      port: settings.DATABASE_PORT,
      databaseName: settings.DATABASE_NAME,
      user: username,
      authorities: databaseAuthorities(region, settings.DATABASE_CA_FILE),
      password: () => Promise.resolve(password),
    }),
  );
  // A connection that breaks while nobody waits for it is told by the next statement.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const applied = await runMigrations(client, {
      databaseName: settings.DATABASE_NAME,
      audit: 'required',
      firstAdministrator: settings.FIRST_ADMINISTRATOR,
    });
    log.info('migrated', { steps: applied.length });
    return { applied };
  } catch (error) {
    const failure = error instanceof MigrationRefused ? error : withoutText(error);
    log.error('not-migrated', failure, { reason: { code: `code-${failure.code ?? 'none'}` } });
    throw failure;
  } finally {
    await client.end().catch(() => undefined);
  }
}
