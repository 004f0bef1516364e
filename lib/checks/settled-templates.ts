import { isJsonObject, type Template, type TemplateResource } from './template';
import { type ConditionsThatHold, decide } from './template-values/decide';

/**
 * A template as rules by class can read it, which know no parameters and no conditions: with the defaults of parameters filled in, once with
 * none of its conditions holding, and once with all where there are any. What a template does not decide stays a function.
 */
export function settledTemplates(template: Template): readonly Template[] {
  const conditions = new Set<string>();
  for (const { Properties } of Object.values(template.Resources)) collectConditions(Properties, conditions);
  const ways: readonly ConditionsThatHold[] = conditions.size === 0 ? [new Set()] : [new Set(), conditions];
  return ways.map((holding) => settled(template, holding));
}

function settled(template: Template, holding: ConditionsThatHold): Template {
  const entries = Object.entries(template.Resources).map(
    ([logicalId, resource]): [string, TemplateResource] => {
      const properties = decide(resource.Properties, holding, template);
      return [logicalId, isJsonObject(properties) ? { ...resource, Properties: properties } : resource];
    },
  );
  return { ...template, Resources: Object.fromEntries(entries) };
}

function collectConditions(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const entry of value) collectConditions(entry, found);
  } else if (isJsonObject(value)) {
    const [condition] = Array.isArray(value['Fn::If']) ? value['Fn::If'] : [];
    if (condition !== undefined) found.add(String(condition));
    for (const entry of Object.values(value)) collectConditions(entry, found);
  }
}
