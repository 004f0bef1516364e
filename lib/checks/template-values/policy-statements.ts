import { isJsonObject, type JsonObject } from '../template';
import { attributeName } from './assembled-text';
import { intrinsicOf, plainObject } from './intrinsic';
import { listOf } from './scalars';

/** One key of a condition, as `{ operator: 'stringequals', key: 'aws:principalorgid', values: ['o-…'] }`. */
export interface PolicyCondition {
  /** In lower case. */
  readonly operator: string;
  /** In lower case. */
  readonly key: string;
  readonly values: readonly unknown[];
}

/** Whom a statement names. */
export interface PolicyPrincipal {
  /** In lower case: `aws`, `service`, `federated`, `canonicaluser`. */
  readonly type: string;
  readonly value: unknown;
}

/** One statement of a policy, with a list wherever one or many may be written. */
export interface PolicyStatement {
  /** Undefined where the statement does not say so in plain text: it is not to be relied on, and not to be overlooked. */
  readonly effect: 'allow' | 'deny' | undefined;
  readonly principals: readonly PolicyPrincipal[];
  readonly notPrincipals: readonly PolicyPrincipal[];
  /** In lower case; an action that the template does not tell is `*`. */
  readonly actions: readonly string[];
  /** In lower case; an action that the template does not tell is left out. */
  readonly notActions: readonly string[];
  readonly resources: readonly unknown[];
  readonly notResources: readonly unknown[];
  readonly conditions: readonly PolicyCondition[];
}

/**
 * The statements of a policy that is a JSON object, or JSON as text, written in one piece or assembled by `Fn::Join` or `Fn::Sub`.
 * Undefined for what cannot be read from the template. Conditions of the template are decided before: see `variantsOf`.
 */
export function statementsOf(policy: unknown): readonly PolicyStatement[] | undefined {
  const document = policyDocument(policy);
  if (document === undefined) return undefined;
  return listOf(document.Statement).flatMap((statement) =>
    isJsonObject(statement) ? [readStatement(statement)] : [],
  );
}

/** A policy as a JSON object, whether it is one or JSON as text; undefined for what cannot be read from the template. */
export function policyDocument(policy: unknown): JsonObject | undefined {
  return plainObject(policy) ?? plainObject(parsed(jsonText(policy)));
}

/** JSON that a template writes as text; pieces that only a deployment knows stay as `${…}`. */
function jsonText(policy: unknown): string | undefined {
  if (typeof policy === 'string') return policy;
  const [name, argument] = intrinsicOf(policy) ?? [];
  if (name === 'Fn::Sub') {
    const text = Array.isArray(argument) ? argument[0] : argument;
    return typeof text === 'string' ? text : undefined;
  }
  const [separator, pieces] = name === 'Fn::Join' && Array.isArray(argument) ? argument : [];
  return typeof separator === 'string' && Array.isArray(pieces)
    ? pieces.map(jsonPiece).join(separator)
    : undefined;
}

function jsonPiece(piece: unknown): string {
  if (typeof piece === 'string') return piece;
  const [name, argument] = intrinsicOf(piece) ?? [];
  if (name === 'Ref' && typeof argument === 'string') return placeholder(argument);
  return placeholder((name === 'Fn::GetAtt' ? attributeName(argument) : undefined) ?? 'Unknown');
}

function placeholder(name: string): string {
  return `\${${name}}`;
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One statement, as it stands in a policy or where CloudFormation takes a statement alone. */
export function readStatement(statement: JsonObject): PolicyStatement {
  const { Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = statement;
  return {
    effect: Effect === 'Allow' ? 'allow' : Effect === 'Deny' ? 'deny' : undefined,
    principals: principalsIn(Principal),
    notPrincipals: principalsIn(NotPrincipal),
    actions: listOf(Action).map((action) => (typeof action === 'string' ? action.toLowerCase() : '*')),
    notActions: listOf(NotAction).flatMap((action) =>
      typeof action === 'string' ? [action.toLowerCase()] : [],
    ),
    resources: listOf(Resource),
    notResources: listOf(NotResource),
    conditions: conditionsIn(Condition),
  };
}

function principalsIn(value: unknown): readonly PolicyPrincipal[] {
  return listOf(value).flatMap((entry) => {
    const named = plainObject(entry);
    if (named === undefined) return [{ type: 'aws', value: entry }];
    return Object.entries(named).flatMap(([type, values]) =>
      listOf(values).map((each) => ({ type: type.toLowerCase(), value: each })),
    );
  });
}

function conditionsIn(value: unknown): readonly PolicyCondition[] {
  return Object.entries(plainObject(value) ?? {}).flatMap(([operator, keys]) =>
    Object.entries(plainObject(keys) ?? {}).map(([key, values]) => ({
      operator: operator.toLowerCase(),
      key: key.toLowerCase(),
      values: listOf(values),
    })),
  );
}
