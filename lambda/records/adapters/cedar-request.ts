import type { AccessQuestion } from '../domain/access/decision';
import { PRACTICE } from '../domain/access/decision';
import { RELATIONS } from '../domain/access/relation';
import { CEDAR_NAMESPACE } from './cedar-policies';

/** An entity as Cedar names it. */
export interface CedarEntity {
  readonly type: string;
  readonly id: string;
}

/** A question in Cedar's words; the principal is in the role by its only parent. */
export interface CedarRequest {
  readonly principal: CedarEntity;
  readonly role: CedarEntity;
  readonly action: CedarEntity;
  readonly resource: CedarEntity;
  readonly context: Readonly<Record<string, string | boolean>>;
}

/** Everybody has the same name for the engine: it judges what somebody is, never who. */
const CALLER = 'caller';

/** The same words for the engine that runs here and for the one of AWS. */
export function cedarRequest(question: AccessQuestion): CedarRequest {
  const entity = (type: string, id: string): CedarEntity => ({ type: `${CEDAR_NAMESPACE}::${type}`, id });
  return {
    principal: entity('User', CALLER),
    role: entity('Role', question.role),
    action: entity('Action', question.action),
    resource:
      question.resource === PRACTICE ? entity('Practice', PRACTICE) : entity('Category', question.resource),
    context: {
      purpose: question.purpose,
      author: question.author,
      ...Object.fromEntries(RELATIONS.map((relation) => [relation, question.relations.includes(relation)])),
    },
  };
}
