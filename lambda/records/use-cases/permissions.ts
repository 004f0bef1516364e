import type { Action } from '../domain/access/action';
import type { Category } from '../domain/access/category';
import { PRACTICE } from '../domain/access/decision';
import type { Authorizer } from '../ports/authorizer';
import type { Standing } from '../ports/patient-records';
import type { Call } from './call';
import { Refusal } from './refusal';

/** Those of the categories for which the policies permit the action; `author` is what the caller is to their entries. */
export async function permittedCategories(
  authorizer: Authorizer,
  { caller, purpose }: Call,
  action: Action,
  categories: readonly Category[],
  { relations }: Pick<Standing, 'relations'>,
  author: boolean,
): Promise<readonly Category[]> {
  const { role } = caller.user;
  const decisions = await authorizer.decide(
    categories.map((resource) => ({ role, action, resource, relations, purpose, author })),
  );
  // An engine that answers less than it was asked permits less.
  return categories.filter((_, index) => decisions[index]?.allowed === true);
}

/** @throws Refusal when the action is not permitted for each of the categories */
export async function requireCategories(
  ...[authorizer, call, action, categories, standing, author]: Parameters<typeof permittedCategories>
): Promise<void> {
  const permitted = await permittedCategories(authorizer, call, action, categories, standing, author);
  if (categories.length === 0 || permitted.length !== categories.length) {
    throw new Refusal('notPermitted');
  }
}

/** @throws Refusal when the caller may not administer */
export async function requireAdministration(
  authorizer: Authorizer,
  { caller, purpose }: Call,
): Promise<void> {
  const [decision] = await authorizer.decide([
    {
      role: caller.user.role,
      action: 'administer',
      resource: PRACTICE,
      relations: [],
      purpose,
      author: false,
    },
  ]);
  if (decision?.allowed !== true) {
    throw new Refusal('notPermitted');
  }
}

/** The grant that an access rests on; none where the caller has a right of their own. */
export function groundOf({ purpose }: Call, { breakGlassId }: Standing): string | null {
  return purpose === 'emergency' ? breakGlassId : null;
}
