import { z } from 'zod';
import { instanceClassDemand } from './instance-classes';
import { isReservedDatabaseName } from './reserved-database-names';

/** Default ports of database engines and ports that the restricted-port rules name: scanners try these first. */
const REFUSED_PORTS: readonly number[] = [1433, 1521, 3306, 3309, 3389, 4333, 5432];

/** The most that RDS PostgreSQL stores, in GiB. */
const MAX_STORAGE_GIB = 65_536;

/** The most to begin with, in GiB: RDS wants room to grow by a tenth. */
const MAX_FIRST_STORAGE_GIB = Math.floor((MAX_STORAGE_GIB * 10) / 11);

const storageGiB = z
  .int({ error: 'must be a whole number of GiB' })
  .min(20, { error: 'must be at least 20 GiB' });

/** The database. Encryption, TLS, audit, deletion protection and a second zone are not options: it has them always. */
export const databaseSchema = z
  .strictObject({
    /**
     * PostgreSQL major version: '15', '16', '17' or '18'. RDS keeps the minor version current, so none is named.
     *
     * @default '17'
     */
    engineVersion: z
      .enum(['15', '16', '17', '18'], {
        error: "must be a PostgreSQL major version: one of '15', '16', '17', '18'",
      })
      .default('17'),
    /**
     * RDS instance class without the prefix 'db.'. It sets most of the monthly cost, twice: the standby has its size. Not
     * every region has every class.
     *
     * @default 't4g.medium'
     */
    instanceClass: z
      .string()
      .refine((instanceClass) => instanceClassDemand(instanceClass) === undefined, {
        error: ({ input }) => instanceClassDemand(String(input)),
      })
      .default('t4g.medium'),
    /**
     * Storage to begin with, in GiB, 20 to 59578. It can grow and never shrink.
     *
     * @default 20
     */
    allocatedStorageGiB: storageGiB
      .max(MAX_FIRST_STORAGE_GIB, { error: `must be at most ${MAX_FIRST_STORAGE_GIB} GiB` })
      .default(20),
    /**
     * Storage at which automatic growth stops, in GiB: at least a tenth above the first size. It bounds the bill; a
     * full database stops.
     *
     * @default 100
     */
    maxAllocatedStorageGiB: storageGiB
      .max(MAX_STORAGE_GIB, { error: `must be at most ${MAX_STORAGE_GIB} GiB` })
      .default(100),
    /**
     * TCP port, 1150 to 65535, not a default port of a database engine. It keeps scanners away, it protects nothing.
     *
     * @default 5442
     */
    port: z
      .int({ error: 'must be a whole number' })
      .min(1150, { error: 'must be at least 1150' })
      .max(65_535, { error: 'must be at most 65535' })
      .refine((port) => !REFUSED_PORTS.includes(port), {
        error: `must not be a well-known port (${REFUSED_PORTS.join(', ')})`,
      })
      .default(5442),
    /**
     * Name of the first database: lower-case letters, digits and underscores, at most 63 characters, no key word of SQL. It
     * appears in logs, so it says nothing of a person.
     *
     * @default 'records'
     */
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,62}$/, {
        error: 'must be 1 to 63 lower-case letters, digits or underscores and start with a letter',
      })
      .refine((name) => !isReservedDatabaseName(name), {
        error: 'must not be a key word of SQL or a database that RDS has: RDS refuses those',
      })
      .default('records'),
    /**
     * RDS's own backups for point-in-time recovery, in days, 1 to 35. Fewer cost less and shorten the time in which a
     * silent corruption can be undone; the locked vault's recovery points are apart from this.
     *
     * @see 45 CFR 164.308(a)(7)(ii)(A)
     * @default 35
     */
    backupRetentionDays: z
      .int({ error: 'must be a whole number of days' })
      .min(1, { error: 'must be at least 1 day: automatic backups cannot be switched off' })
      .max(35, { error: 'must be at most 35 days (what RDS accepts)' })
      .default(35),
  })
  .readonly();
