import type { Purpose } from '../domain/access/purpose';
import type { Role } from '../domain/access/role';
import type { BreakGlassGrants } from './break-glass-grants';
import type { PatientRecords } from './patient-records';
import type { StaffRegister } from './staff-register';

/** For whom a transaction runs: the second line in the database judges by this again. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly purpose: Purpose;
  /** The time of the request; grants that have run out by then give nothing. */
  readonly at: Date;
}

/** What a transaction reaches. */
export interface Stores {
  readonly patients: PatientRecords;
  readonly staff: StaffRegister;
  readonly grants: BreakGlassGrants;
}

/** Transactions on the records. */
export interface UnitOfWork {
  /** Commits when the work resolves, rolls back when it rejects, and passes its result or error on. */
  run<T>(actor: Actor, work: (stores: Stores) => Promise<T>): Promise<T>;
}
