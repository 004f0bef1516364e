import fc from 'fast-check';
import { ACTIONS, type Action } from '../../../../lambda/records/domain/access/action';
import { CATEGORIES, type Category } from '../../../../lambda/records/domain/access/category';
import { type AccessQuestion, PRACTICE } from '../../../../lambda/records/domain/access/decision';
import { PURPOSES } from '../../../../lambda/records/domain/access/purpose';
import { RELATIONS, type Relation } from '../../../../lambda/records/domain/access/relation';
import { ROLES } from '../../../../lambda/records/domain/access/role';

/** Every set of relations, smaller ones first. */
export const RELATION_SETS: readonly (readonly Relation[])[] = Array.from(
  { length: 2 ** RELATIONS.length },
  (_, bits) => RELATIONS.filter((_relation, index) => (bits >> index) & 1),
).sort((one, other) => one.length - other.length);

const CONDITIONS = RELATION_SETS.flatMap((relations) =>
  PURPOSES.flatMap((purpose) => [false, true].map((author) => ({ relations, purpose, author }))),
);

/** Every question about a category; there are no others but those about the practice. */
export const RECORD_QUESTIONS: readonly (AccessQuestion & { readonly resource: Category })[] = ROLES.flatMap(
  (role) =>
    ACTIONS.filter((action) => action !== 'administer').flatMap((action) =>
      CATEGORIES.flatMap((resource) =>
        CONDITIONS.map((condition) => ({ role, action, resource, ...condition })),
      ),
    ),
);

/** Any question that can be asked. */
export const anyQuestion: fc.Arbitrary<AccessQuestion> = fc.record({
  role: fc.constantFrom(...ROLES),
  action: fc.constantFrom<Action>(...ACTIONS),
  resource: fc.constantFrom<AccessQuestion['resource']>(...CATEGORIES, PRACTICE),
  relations: fc.subarray([...RELATIONS]),
  purpose: fc.constantFrom(...PURPOSES),
  author: fc.boolean(),
});
