import { isJsonObject, type JsonObject, type Template, type TemplateResource } from '../template';
import { type ConditionsThatHold, decide } from './decide';

/** With more conditions than this, not every combination of them is judged. */
const MOST_COMBINED_CONDITIONS = 6;

const KNOWN = new WeakMap<TemplateResource, readonly JsonObject[]>();

/**
 * What the properties of a resource may be when it is deployed, so that a rule reads plain JSON: one for each way in which
 * the conditions that it names may turn out, with the defaults of parameters filled in. A rule must hold for every one.
 * A value that a template does not decide stays an object (`{ "Ref": "Port" }`), and so equals nothing that a rule asks for.
 *
 * Up to six conditions are combined in every way; of more, each is tried alone and all but it.
 */
export function variantsOf(resource: TemplateResource, template: Template): readonly JsonObject[] {
  const known = KNOWN.get(resource);
  if (known !== undefined) return known;
  const properties = resource.Properties ?? {};
  const conditions = new Set<string>();
  collectConditions(properties, conditions);
  const variants = combinations([...conditions]).map((holding) => {
    const decided = decide(properties, holding, template);
    return isJsonObject(decided) ? decided : {};
  });
  KNOWN.set(resource, variants);
  return variants;
}

/** What is wrong with a resource in any of its variants, each sentence once. */
export function judgeVariants(
  resource: TemplateResource,
  template: Template,
  judge: (properties: JsonObject) => readonly string[],
): readonly string[] {
  return [...new Set(variantsOf(resource, template).flatMap(judge))];
}

function collectConditions(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const entry of value) collectConditions(entry, found);
  } else if (isJsonObject(value)) {
    const condition = Array.isArray(value['Fn::If']) ? value['Fn::If'][0] : undefined;
    if (typeof condition === 'string') found.add(condition);
    for (const entry of Object.values(value)) collectConditions(entry, found);
  }
}

function combinations(conditions: readonly string[]): readonly ConditionsThatHold[] {
  if (conditions.length <= MOST_COMBINED_CONDITIONS) {
    return conditions.reduce<readonly ConditionsThatHold[]>(
      (sets, condition) => sets.flatMap((set) => [set, new Set([...set, condition])]),
      [new Set()],
    );
  }
  return [
    new Set(),
    new Set(conditions),
    ...conditions.flatMap((condition) => [
      new Set([condition]),
      new Set(conditions.filter((other) => other !== condition)),
    ]),
  ];
}
