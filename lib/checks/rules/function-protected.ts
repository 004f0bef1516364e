import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { plainObject } from '../template-values/intrinsic';
import { judgeVariants } from '../template-values/variants';

/**
 * A function says how long it may run, and keeps its environment under a key of ours. That a failed call is kept in a dead-letter
 * queue is HIPAA.Security-LambdaDLQ; secrets in the environment are a rule of their own.
 *
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export const functionProtected: BaselineRule = {
  id: 'Baseline-FunctionProtected',
  severity: 'error',
  info: 'A function has a timeout of its own, and a customer managed key for its environment variables.',
  explanation:
    'The default of 3 seconds cuts work off half done; under the default key everybody who may read the function reads its environment.',
  fix: 'Set Timeout, and KmsKeyArn where the function has environment variables.',
  citations: ['164.312(a)(2)(iv)', '164.312(b)'],
  basis: 'practice',
  evaluate: ({ resource, template }) =>
    resource.Type === 'AWS::Lambda::Function' ? judgeVariants(resource, template, judge) : [],
};

function judge({
  Timeout: timeout,
  Environment: environment,
  KmsKeyArn: key,
}: JsonObject): readonly string[] {
  return [
    ...(timeout === undefined ? ['Timeout must be set, got: none.'] : []),
    ...(hasVariables(environment) && (key === undefined || key === '')
      ? ['KmsKeyArn must name a customer managed key for the environment variables, got: none.']
      : []),
  ];
}

/** What the template does not decide is taken for variables. */
function hasVariables(environment: unknown): boolean {
  if (environment === undefined) return false;
  const config = plainObject(environment);
  if (config === undefined) return true;
  const variables = plainObject(config.Variables);
  return config.Variables !== undefined && (variables === undefined || Object.keys(variables).length > 0);
}
