import { quoteValue } from '../../config/quote-value';
import type { BaselineRule, RuleSubject } from '../baseline-rule';
import { isJsonObject, type JsonObject, type Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import { plainObject } from '../template-values/intrinsic';
import { judgeVariants } from '../template-values/variants';
import { type PasswordProperty, passwordProperties } from './password-properties';
import { holdsSecretShape, namesSecret, pointsByValue } from './secret-shapes';
import { isHiddenParameter, sourceOf } from './secret-sources';

/**
 * A template holds no secret: no password of a resource, default of a parameter, output or text of a known shape. Parameters and outputs
 * belong to no resource; what is wrong with them is said of the first one. A password that comes from elsewhere counts as kept well.
 *
 * @see 45 CFR 164.312(d)
 */
export const secretsInTemplate: BaselineRule = {
  id: 'Baseline-SecretsInTemplate',
  severity: 'error',
  info: 'No password, default of a parameter, output or other text of a template is a secret.',
  explanation:
    'A template is kept in version control, in buckets and in CloudFormation itself, where many may read it and nobody removes it.',
  fix: 'Let the service make the password (ManageMasterUserPassword, GenerateSecretString), or refer to it: {{resolve:secretsmanager:…}}. Change the secret if the template was ever stored.',
  citations: ['164.312(d)', '164.312(a)(1)', '164.308(a)(5)(ii)(D)'],
  basis: 'practice',
  evaluate: (subject) => [
    ...judgeVariants(subject.resource, subject.template, (properties) => judgeResource(properties, subject)),
    ...(isFirst(subject) ? [...judgeParameters(subject.template), ...judgeOutputs(subject.template)] : []),
  ],
};

const firstIds = new WeakMap<Template, string>();

function isFirst({ logicalId, template }: RuleSubject): boolean {
  const first = firstIds.get(template) ?? Object.keys(template.Resources)[0] ?? '';
  firstIds.set(template, first);
  return first === logicalId;
}

function judgeResource(properties: JsonObject, { resource, template }: RuleSubject): readonly string[] {
  const passwords = passwordProperties(resource.Type, properties).flatMap((property) =>
    judgePassword(property, template),
  );
  return passwords.length > 0 || !holdsShape(properties)
    ? passwords
    : [
        'The properties must hold no secret, got: a text with the shape of a key, a token or an address with a password.',
      ];
}

function judgePassword({ path, value }: PasswordProperty, template: Template): readonly string[] {
  const isShown = sourceOf(value, template) === 'shown-parameter';
  const isWritten = sourceOf(value, template) === 'literal' && !isEmpty(assembledText(value, template));
  if (!isShown && !isWritten) return [];
  return [
    `'${path}' must not be in the template, got: ${isShown ? 'a parameter without NoEcho' : 'a text'}.`,
  ];
}

/** A secret that is made with nothing in it, and filled later. */
function isEmpty(text: string): boolean {
  return /^\s*(\{\s*\})?\s*$/.test(text);
}

function judgeParameters({ Parameters = {}, ...template }: Template): readonly string[] {
  return Object.entries(Parameters).flatMap(([name, parameter]) => {
    const value = plainObject(parameter)?.Default;
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = String(value);
    const isSecret =
      (namesSecret(name) || isHiddenParameter(name, { Parameters, ...template })) && !pointsByValue(text);
    return isSecret || holdsSecretShape(text)
      ? [`The parameter ${quoteValue(name)} must have no secret as its default, got: a text.`]
      : [];
  });
}

function judgeOutputs(template: Template): readonly string[] {
  return Object.entries(template.Outputs).flatMap(([name, output]) => {
    const value = isJsonObject(output) ? output.Value : undefined;
    return value !== undefined && isSecretOutput(name, value, template)
      ? [`The output ${quoteValue(name)} must be no secret, got: one.`]
      : [];
  });
}

function isSecretOutput(name: string, value: unknown, template: Template): boolean {
  const text = assembledText(value, template);
  switch (sourceOf(value, template)) {
    case 'resolved':
    case 'attribute':
    case 'hidden-parameter':
      return true;
    case 'literal':
      return holdsSecretShape(text) || (namesSecret(name) && !pointsByValue(text));
    default:
      return holdsSecretShape(text);
  }
}

function holdsShape(value: unknown): boolean {
  if (typeof value === 'string') return holdsSecretShape(value);
  if (Array.isArray(value)) return value.some(holdsShape);
  return isJsonObject(value) && Object.values(value).some(holdsShape);
}
