import {
  checkParsePolicySet,
  type DetailedError,
  preparsePolicySet,
  preparseSchema,
  statefulIsAuthorized,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { AccessQuestion, Decision } from '../domain/access/decision';
import type { Authorizer } from '../ports/authorizer';
import type { CedarPolicies } from './cedar-policies';
import { type CedarRequest, cedarRequest } from './cedar-request';

const DENIED: Decision = { allowed: false, policies: [] };

/** How much the engine remembers. */
export interface CedarMemory {
  /** How many answers. @default every one that there is */
  readonly remember?: number;
}

let instances = 0;

/** How many questions there are: roles, actions, resources, sets of relations, purposes, author or not. */
const MOST_REMEMBERED = 5 * 6 * 12 * 8 * 5 * 2;

/**
 * Judges with the Cedar engine in this process, by policies that were parsed and validated once. A question holds no id, so
 * there are few, and the answer to each is remembered.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export class CedarAuthorizer implements Authorizer {
  readonly #name: string;
  readonly #remembered = new Map<string, Decision>();
  readonly #most: number;

  /** @throws Error when a policy does not parse or is not valid under the schema */
  constructor({ schema, policies }: CedarPolicies, { remember = MOST_REMEMBERED }: CedarMemory = {}) {
    this.#most = remember;
    const staticPolicies = Object.fromEntries(policies.map(({ id, statement }) => [id, statement]));
    orThrow('policies', checkParsePolicySet({ staticPolicies }));
    const { errors, warnings } = validated(schema, staticPolicies);
    refuse('policies', [...errors, ...warnings]);
    instances += 1;
    this.#name = `records-${instances}`;
    orThrow('schema', preparseSchema(this.#name, schema));
    orThrow('policies', preparsePolicySet(this.#name, { staticPolicies }));
  }

  decide(questions: readonly AccessQuestion[]): Promise<readonly Decision[]> {
    return Promise.resolve(questions.map((question) => this.#decideOne(question)));
  }

  #decideOne(question: AccessQuestion): Decision {
    const request = cedarRequest(question);
    const key = JSON.stringify(request);
    const known = this.#remembered.get(key);
    if (known !== undefined) {
      return known;
    }
    const decision = this.#ask(request);
    if (this.#remembered.size < this.#most) {
      this.#remembered.set(key, decision);
    }
    return decision;
  }

  #ask({ principal, role, action, resource, context }: CedarRequest): Decision {
    const answer = statefulIsAuthorized({
      principal,
      action,
      resource,
      context: { ...context },
      preparsedSchemaName: this.#name,
      preparsedPolicySetId: this.#name,
      validateRequest: true,
      entities: [{ uid: principal, attrs: {}, parents: [role] }],
    });
    // A policy that failed to evaluate may be one that forbids: then nothing is permitted.
    if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) {
      return DENIED;
    }
    const { decision, diagnostics } = answer.response;
    return { allowed: decision === 'allow', policies: [...diagnostics.reason].sort() };
  }
}

function validated(schema: string, staticPolicies: Record<string, string>) {
  const answer = validate({ schema, policies: { staticPolicies }, validationSettings: { mode: 'strict' } });
  if (answer.type === 'failure') {
    return { errors: answer.errors, warnings: [] };
  }
  return {
    errors: answer.validationErrors.map(({ error }) => error),
    warnings: answer.validationWarnings.map(({ error }) => error),
  };
}

function orThrow(
  what: string,
  answer: { type: 'success' } | { type: 'failure'; errors: DetailedError[] },
): void {
  if (answer.type === 'failure') {
    refuse(what, answer.errors);
  }
}

function refuse(what: string, errors: readonly DetailedError[]): void {
  if (errors.length > 0) {
    throw new Error(`'${what}' must be valid Cedar, got: ${errors.map(({ message }) => message).join('; ')}`);
  }
}
