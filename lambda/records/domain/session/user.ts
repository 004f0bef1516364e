import type { Role } from '../access/role';

/** A person as the directory knows them now. */
export interface User {
  /** An opaque UUID. */
  readonly id: string;
  readonly role: Role;
  /** Whether the person may still work here; a patient whose access was withdrawn is not active either. */
  readonly active: boolean;
  /** A machine or a login that several people share: it cannot open a session. */
  readonly kind: 'person' | 'service';
}
