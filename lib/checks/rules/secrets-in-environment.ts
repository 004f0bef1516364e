import { quoteValue } from '../../config/quote-value';
import type { BaselineRule } from '../baseline-rule';
import type { Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import { judgeVariants } from '../template-values/variants';
import { type EnvironmentVariable, environmentVariables } from './environment-variables';
import { holdsSecretShape, namesSecret, pointsByValue } from './secret-shapes';
import { sourceOf } from './secret-sources';

/**
 * No variable of a function, container, build or job holds a secret: neither written there, nor put there at deployment. What the name of a
 * variable calls a secret is one, unless its value says where the secret is kept.
 *
 * @see 45 CFR 164.312(d)
 */
export const secretsInEnvironment: BaselineRule = {
  id: 'Baseline-SecretsInEnvironment',
  severity: 'error',
  info: 'No environment variable holds a secret.',
  explanation:
    'Whoever may look at the settings of a function or a task reads its variables, and crash reports and child processes copy them.',
  fix: 'Keep the secret in Secrets Manager, give the program its ARN, and let it ask at run time (in ECS and CodeBuild: Secrets, or the type SECRETS_MANAGER). Change the secret if the template was ever stored.',
  citations: ['164.312(d)', '164.312(a)(1)', '164.308(a)(5)(ii)(D)'],
  basis: 'practice',
  evaluate: ({ resource, template }) =>
    judgeVariants(resource, template, (properties) =>
      environmentVariables(resource.Type, properties).flatMap((variable) => judge(variable, template)),
    ),
};

function judge(variable: EnvironmentVariable, template: Template): readonly string[] {
  const found = secretIn(variable, template);
  return found === undefined
    ? []
    : [`The variable ${quoteValue(variable.name)} must hold no secret, got: ${found}.`];
}

function secretIn({ name, value }: EnvironmentVariable, template: Template): string | undefined {
  const text = assembledText(value, template);
  switch (sourceOf(value, template)) {
    case 'resolved':
      return 'a secret that the deployment writes there in plain text';
    case 'attribute':
      return 'an attribute that is a secret';
    case 'hidden-parameter':
      return 'a parameter with NoEcho, which is shown there';
    case 'shown-parameter':
      return namesSecret(name) ? 'a parameter' : undefined;
    case 'pointer':
      return holdsSecretShape(text) ? 'a text with a secret in it' : undefined;
    default:
      if (holdsSecretShape(text)) return 'a text with a secret in it';
      return namesSecret(name) && !pointsByValue(text) ? 'a text' : undefined;
  }
}
