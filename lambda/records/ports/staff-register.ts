import type { Role } from '../domain/access/role';

/** A member of staff as an administrator writes them. */
export interface StaffMember {
  /** An opaque UUID. */
  readonly id: string;
  /** What the identity provider calls them. */
  readonly subject: string;
  readonly role: Exclude<Role, 'patient'>;
  readonly active: boolean;
}

/** Staff, care teams and the accounts of patients within one transaction of an administrator. */
export interface StaffRegister {
  /** Adds or replaces a member of staff; `conflict` when the subject is somebody else's. */
  put(member: StaffMember): Promise<'done' | 'conflict'>;

  /** Makes a member of staff one of the patient's care team; `absent` when either is unknown. Twice is once. */
  joinCareTeam(patientId: string, staffId: string): Promise<'done' | 'absent'>;

  /** Takes them out of it; `absent` when they were not in it. */
  leaveCareTeam(patientId: string, staffId: string): Promise<'done' | 'absent'>;

  /**
   * Lets the person with this subject see the patient's record as their own; `conflict` when the subject is somebody else's. Null
   * withdraws it. Whoever had it before stays a user of their own who is not active any more, so that their session is over.
   */
  linkPatient(patientId: string, subject: string | null): Promise<'done' | 'absent' | 'conflict'>;
}
