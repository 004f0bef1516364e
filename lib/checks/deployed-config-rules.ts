import { CONFIG_RULES } from '../safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../safeguards/config-rules/added-rules';
import { isJsonObject, type Template } from './template';
import { readTemplateText } from './templates/read-template-text';
import { TextProblem } from './templates/text-problem';

/** Names by the identifier under which AWS runs a managed rule. */
const NAMES: ReadonlyMap<string, string> = new Map(
  CONFIG_RULES.map(({ identifier, name }) => [identifier, name]),
);

const ADDED_NAMES: ReadonlySet<string> = new Set(ADDED_CONFIG_RULES.map(({ name }) => name));

/**
 * The managed rules of AWS Config that templates deploy, by themselves and in conformance packs, by name. What only may be deployed, or
 * stands in a file elsewhere, does not count.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function deployedConfigRules(templates: readonly Template[]): ReadonlySet<string> {
  const found = templates.flatMap(({ Resources }) => Object.values(Resources).flatMap(identifiersIn));
  return new Set(found.flatMap((identifier) => NAMES.get(identifier) ?? []));
}

/** The resources of a template or of a conformance pack, which is a template of its own. */
function identifiersIn(resource: unknown): readonly string[] {
  if (!isJsonObject(resource) || !isJsonObject(resource.Properties) || resource.Condition !== undefined) {
    return [];
  }
  const { ConfigRuleName, Source, TemplateBody, OrganizationManagedRuleMetadata } = resource.Properties;
  // The same managed rule once more, for something that the catalogue's own does not ask.
  if (typeof ConfigRuleName === 'string' && ADDED_NAMES.has(ConfigRuleName)) return [];
  switch (resource.Type) {
    case 'AWS::Config::ConfigRule':
      return isJsonObject(Source) && Source.Owner === 'AWS' ? texts(Source.SourceIdentifier) : [];
    case 'AWS::Config::OrganizationConfigRule':
      return isJsonObject(OrganizationManagedRuleMetadata)
        ? texts(OrganizationManagedRuleMetadata.RuleIdentifier)
        : [];
    case 'AWS::Config::ConformancePack':
    case 'AWS::Config::OrganizationConformancePack':
      return packIdentifiers(TemplateBody);
    default:
      return [];
  }
}

/** A pack that cannot be read deploys nothing that we know of. */
function packIdentifiers(body: unknown): readonly string[] {
  const pack = typeof body === 'string' ? contentOf(body) : undefined;
  if (!isJsonObject(pack) || !isJsonObject(pack.Resources)) return [];
  return Object.values(pack.Resources)
    .filter((resource) => isJsonObject(resource) && resource.Type === 'AWS::Config::ConfigRule')
    .flatMap(identifiersIn);
}

function contentOf(text: string): unknown {
  try {
    return readTemplateText(text).json;
  } catch (error) {
    if (error instanceof TextProblem) return undefined;
    throw error;
  }
}

function texts(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}
