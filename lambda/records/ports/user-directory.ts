import type { User } from '../domain/session/user';

/** Who is known, for the sign-in. */
export interface UserDirectory {
  /** The member of staff or the patient whom the identity provider calls by this subject. */
  findBySubject(subject: string): Promise<User | undefined>;
}
