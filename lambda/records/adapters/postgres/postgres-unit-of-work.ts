import type { FieldCipher } from '../../ports/field-cipher';
import type { Actor, Stores, UnitOfWork } from '../../ports/unit-of-work';
import type { Database } from './database';
import { PostgresBreakGlassGrants } from './postgres-break-glass-grants';
import { PostgresPatientRecords } from './postgres-patient-records';
import { PostgresStaffRegister } from './postgres-staff-register';

/** For whom a transaction runs, until it ends. */
const IDENTITY = `SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true),
  set_config('app.purpose', $3, true), set_config('app.at', $4, true)`;

/**
 * Transactions in PostgreSQL that know for whom they run, so that row-level security judges each of their statements.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export class PostgresUnitOfWork implements UnitOfWork {
  readonly #database: Database;
  readonly #cipher: FieldCipher;

  constructor(database: Database, cipher: FieldCipher) {
    this.#database = database;
    this.#cipher = cipher;
  }

  run<T>(actor: Actor, work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (statements) => {
      await statements.query(IDENTITY, [actor.userId, actor.role, actor.purpose, actor.at.toISOString()]);
      return work({
        patients: new PostgresPatientRecords(statements, actor, this.#cipher),
        staff: new PostgresStaffRegister(statements),
        grants: new PostgresBreakGlassGrants(statements, this.#cipher),
      });
    });
  }
}
