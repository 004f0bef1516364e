import { randomUUID } from 'node:crypto';
import type { StaffMember, StaffRegister } from '../../ports/staff-register';
import type { Statements } from './database';
import { DatabaseFailure, FOREIGN_KEY_VIOLATION, UNIQUE_VIOLATION } from './database-failure';

/**
 * Staff, care teams and the accounts of patients in PostgreSQL. An account never moves to another patient: a new link is a
 * new account.
 *
 * @see 45 CFR 164.308(a)(3), 164.308(a)(4)
 */
export class PostgresStaffRegister implements StaffRegister {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  async put({ id, subject, role, active }: StaffMember): Promise<'done' | 'conflict'> {
    const changed = await this.#orNothing(UNIQUE_VIOLATION, () =>
      this.#statements.count(
        `INSERT INTO records.users AS u (id, subject, role, active) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET subject = $2, role = $3, active = $4 WHERE u.patient_id IS NULL`,
        [id, subject, role, active],
      ),
    );
    return changed > 0 ? 'done' : 'conflict';
  }

  async joinCareTeam(patientId: string, staffId: string): Promise<'done' | 'absent'> {
    const joined = await this.#orNothing(FOREIGN_KEY_VIOLATION, async () => {
      const staff = 'SELECT FROM records.users WHERE id = $1 AND patient_id IS NULL';
      if ((await this.#statements.count(staff, [staffId])) === 0) return 0;
      await this.#statements.query(
        'INSERT INTO records.care_team (patient_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [patientId, staffId],
      );
      return 1;
    });
    return joined > 0 ? 'done' : 'absent';
  }

  async leaveCareTeam(patientId: string, staffId: string): Promise<'done' | 'absent'> {
    const left = await this.#statements.count(
      'DELETE FROM records.care_team WHERE patient_id = $1 AND user_id = $2',
      [patientId, staffId],
    );
    return left > 0 ? 'done' : 'absent';
  }

  async linkPatient(patientId: string, subject: string | null): Promise<'done' | 'absent' | 'conflict'> {
    const { count } = this.#statements;
    if ((await count('SELECT FROM records.patients WHERE id = $1', [patientId])) === 0) return 'absent';
    const same = 'SELECT FROM records.users WHERE patient_id = $1 AND active AND subject = $2';
    if ((await count(same, [patientId, subject])) > 0) return 'done';
    const linked = await this.#orNothing(UNIQUE_VIOLATION, async () => {
      await count(
        'UPDATE records.users SET active = false, subject = NULL WHERE patient_id = $1 AND active',
        [patientId],
      );
      if (subject === null) return 1;
      return count(
        `INSERT INTO records.users (id, subject, role, active, patient_id) VALUES ($1, $2, 'patient', true, $3)`,
        [randomUUID(), subject, patientId],
      );
    });
    return linked > 0 ? 'done' : 'conflict';
  }

  /** What the work changed; nothing, and the work undone, where it failed with this code. */
  async #orNothing(code: string, work: () => Promise<number>): Promise<number> {
    await this.#statements.query('SAVEPOINT change_register');
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseFailure) || error.code !== code) throw error;
      await this.#statements.query('ROLLBACK TO SAVEPOINT change_register');
      return 0;
    }
  }
}
