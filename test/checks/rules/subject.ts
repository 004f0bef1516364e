import type { BaselineRule } from '../../../lib/checks/baseline-rule';
import { parseTemplate } from '../../../lib/checks/template';

/** What a rule has against each resource of a template; other templates of the environment may follow. */
export function against(rule: BaselineRule, template: object, ...others: object[]): readonly string[] {
  const [first, ...rest] = [template, ...others].map(parseTemplate);
  if (first === undefined) return [];
  return Object.entries(first.Resources).flatMap(([logicalId, resource]) =>
    rule.evaluate({ logicalId, resource, template: first, templates: [first, ...rest] }),
  );
}

/** What a rule has against one resource with these properties. */
export function againstResource(rule: BaselineRule, Type: string, Properties?: object): readonly string[] {
  return against(rule, {
    Resources: { Subject: Properties === undefined ? { Type } : { Type, Properties } },
  });
}
