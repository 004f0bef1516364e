import type { Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import { intrinsicOf, plainObject } from '../template-values/intrinsic';
import { isTrue } from '../template-values/scalars';
import { pointsByName } from './secret-shapes';

/** Dynamic references that CloudFormation replaces by the secret itself. */
const RESOLVED_SECRET = /\{\{resolve:(secretsmanager|ssm-secure):/;

/** Attributes of resources that are secrets. */
const SECRET_ATTRIBUTES = /^\$\{\w+\.(SecretAccessKey|ClientSecret|Password|AuthToken)\}$/;

/**
 * Where a value comes from, as far as a secret is concerned: written in the template, put in at deployment, a parameter that is hidden
 * (`NoEcho`) or shown, or something that tells no secret.
 */
export type SecretSource =
  | 'literal'
  | 'resolved'
  | 'attribute'
  | 'hidden-parameter'
  | 'shown-parameter'
  | 'pointer';

/** Where a value comes from. A parameter whose default is known is a literal; one named as a place (`DbSecretArn`) is a pointer. */
export function sourceOf(value: unknown, template: Template): SecretSource {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Ref' && isParameter(argument, template)) return parameterSource(String(argument), template);
  const text = assembledText(value, template);
  if (RESOLVED_SECRET.test(text)) return 'resolved';
  if (SECRET_ATTRIBUTES.test(text)) return 'attribute';
  return /\$\{[\w.]+\}/.test(text) ? 'pointer' : 'literal';
}

/** Whether a parameter is hidden: then it holds a secret. */
export function isHiddenParameter(name: unknown, { Parameters }: Template): boolean {
  return isTrue(plainObject(typeof name === 'string' ? Parameters?.[name] : undefined)?.NoEcho);
}

function isParameter(name: unknown, { Parameters = {} }: Template): boolean {
  return typeof name === 'string' && Object.hasOwn(Parameters, name);
}

function parameterSource(name: string, template: Template): SecretSource {
  if (isHiddenParameter(name, template)) return 'hidden-parameter';
  return pointsByName(name) ? 'pointer' : 'shown-parameter';
}
