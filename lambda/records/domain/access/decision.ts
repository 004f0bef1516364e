import type { Action } from './action';
import type { Category } from './category';
import type { Purpose } from './purpose';
import type { Relation } from './relation';
import type { Role } from './role';

/** What `administer` is about; nothing in it is part of a record. */
export const PRACTICE = 'practice';

/**
 * A question to the policies. It holds no id of anybody: who somebody is to the patient is said in `relations`, so that the
 * engine learns of neither.
 */
export interface AccessQuestion {
  readonly role: Role;
  readonly action: Action;
  readonly resource: Category | typeof PRACTICE;
  readonly relations: readonly Relation[];
  readonly purpose: Purpose;
  /** Whether the one who asks wrote the entry, or is about to write it. */
  readonly author: boolean;
}

/** The answer, with the ids of the policies that decided; none where nothing permits it. */
export interface Decision {
  readonly allowed: boolean;
  readonly policies: readonly string[];
}
