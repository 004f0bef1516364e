import { CONFIG_RULES } from '../safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../safeguards/config-rules/added-rules';
import { OWN_CONFIG_RULES } from '../safeguards/config-rules/own-rules';
import { isJsonObject, type JsonObject, type Template } from './template';
import { readTemplateText } from './templates/read-template-text';
import { TextProblem } from './templates/text-problem';

/** Names by the identifier under which AWS runs a managed rule. */
const NAMES: ReadonlyMap<string, string> = new Map(
  CONFIG_RULES.map(({ identifier, name }) => [identifier, name]),
);

/**
 * The rules of AWS Config that templates deploy, by themselves and in conformance packs, by name. What only may be deployed, or
 * stands in a file elsewhere, does not count.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function deployedConfigRules(templates: readonly Template[]): ReadonlySet<string> {
  return new Set(templates.flatMap(({ Resources }) => Object.values(Resources).flatMap(rulesIn)));
}

/** The rules that a resource of a template or of a conformance pack, which is a template of its own, deploys. */
function rulesIn(resource: unknown): readonly string[] {
  if (!isJsonObject(resource) || !isJsonObject(resource.Properties) || resource.Condition !== undefined) {
    return [];
  }
  const { TemplateBody, OrganizationManagedRuleMetadata } = resource.Properties;
  switch (resource.Type) {
    case 'AWS::Config::ConfigRule':
      return ruleOf(resource.Properties);
    case 'AWS::Config::OrganizationConfigRule':
      return isJsonObject(OrganizationManagedRuleMetadata)
        ? managedRule(OrganizationManagedRuleMetadata.RuleIdentifier)
        : [];
    case 'AWS::Config::ConformancePack':
    case 'AWS::Config::OrganizationConformancePack':
      return packRules(TemplateBody);
    default:
      return [];
  }
}

function ruleOf({ ConfigRuleName, InputParameters, Source }: JsonObject): readonly string[] {
  if (!isJsonObject(Source)) return [];
  if (Source.Owner === 'CUSTOM_LAMBDA') return ownRule(ConfigRuleName, InputParameters);
  return Source.Owner === 'AWS' ? managedRule(Source.SourceIdentifier, ConfigRuleName) : [];
}

/** A managed rule that is deployed once more, for something that AWS's own does not ask, is known by its name. */
function managedRule(identifier: unknown, name?: unknown): readonly string[] {
  if (typeof identifier !== 'string') return [];
  const added = ADDED_CONFIG_RULES.find((rule) => rule.name === name);
  if (added !== undefined) return added.identifier === identifier ? [added.name] : [];
  const known = NAMES.get(identifier);
  return known === undefined ? [] : [known];
}

/** A rule of ours is known by its name, which the stack's follows, and by what its function is asked. */
function ownRule(name: unknown, parameters: unknown): readonly string[] {
  const own = OWN_CONFIG_RULES.find((rule) => startOf(name).startsWith(`${rule.name}-`));
  return own !== undefined && isJsonObject(parameters) && parameters.check === own.check ? [own.name] : [];
}

/** A text, or what a joined one begins with. */
function startOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = isJsonObject(value) ? value['Fn::Join'] : undefined;
  const parts: unknown = Array.isArray(join) ? join[1] : undefined;
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  return typeof first === 'string' ? first : '';
}

/** A pack that cannot be read deploys nothing that we know of. */
function packRules(body: unknown): readonly string[] {
  const pack = typeof body === 'string' ? contentOf(body) : undefined;
  if (!isJsonObject(pack) || !isJsonObject(pack.Resources)) return [];
  return Object.values(pack.Resources)
    .filter((resource) => isJsonObject(resource) && resource.Type === 'AWS::Config::ConfigRule')
    .flatMap(rulesIn);
}

function contentOf(text: string): unknown {
  try {
    return readTemplateText(text).json;
  } catch (error) {
    if (error instanceof TextProblem) return undefined;
    throw error;
  }
}
