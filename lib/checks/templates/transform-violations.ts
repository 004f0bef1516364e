import { quoteValue } from '../../config/quote-value';
import { environmentViolation } from '../environment-verdict';
import { listOf } from '../template-values/scalars';
import type { Violation } from '../verdict';
import type { ForeignTemplate } from './foreign-template';

/** Adds functions and no resources; loops over resources, its other part, are refused where the template is read. */
const ADDS_NO_RESOURCES = 'AWS::LanguageExtensions';

/**
 * What a macro adds or changes is not there to be judged: a template that has one is not what is deployed.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function transformViolations({ name, json }: ForeignTemplate): readonly Violation[] {
  const macros = listOf(json.Transform).filter((macro) => macro !== ADDS_NO_RESOURCES);
  return macros.map((macro) => ({
    ...environmentViolation(null, {
      pack: 'schema',
      rule: 'Template-Transform',
      message: `'Transform' must be applied before the template is judged, got: ${quoteValue(macro)}.`,
      fix: 'Check the template that the macro makes of it: aws cloudformation get-template --template-stage Processed.',
    }),
    stack: name,
    path: name,
    resourceType: 'AWS::CloudFormation::Stack',
    source: `${name}:1`,
  }));
}
