import { groupBy } from '../report/group-by';
import { compareCitations } from '../safeguards/citation';
import { CONFIG_RULES } from '../safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../safeguards/config-rules/added-rules';
import type { ConfigRule } from '../safeguards/config-rules/config-rule';
import type { Safeguard } from '../safeguards/safeguard';
import type { EnvironmentFacts, ExcludedConfigRule } from './environment-facts';
import { exclusionOf } from './excluded-rules';
import { renderPack } from './render-pack';
import { standardOf } from './standard-of';

const MANAGED_RULES: readonly ConfigRule[] = [...CONFIG_RULES, ...ADDED_CONFIG_RULES];

/** AWS refuses more in an account and region, whatever packs they are in, and raises no quota. */
const MAX_RULES_OF_ALL_PACKS = 150;

/** The rules of one HIPAA standard, as AWS Config deploys them together. */
export interface ConformancePack {
  /** The standard whose paragraphs are the primary ones of the rules. */
  readonly standard: Pick<Safeguard, 'citation' | 'title'>;
  /** Part of a name: letters, digits and dashes, like `164-312-a-1`. */
  readonly slug: string;
  /** Names of the rules, in alphabetical order. */
  readonly rules: readonly string[];
  /** The pack's template, in YAML: the same for the same environment, byte by byte. */
  readonly body: string;
  /** Whether the template takes the parameter AuthorizedVpcIds. */
  readonly takesAuthorizedVpcIds: boolean;
}

/**
 * Every managed rule of the catalogue once, in the pack of the standard that its primary paragraph belongs to.
 *
 * @param managed the rules, every one of the catalogue unless others are given
 * @throws Error when AWS would refuse a pack, or all together
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(8)
 */
export function conformancePacks(
  facts: EnvironmentFacts,
  managed: readonly ConfigRule[] = MANAGED_RULES,
): readonly ConformancePack[] {
  const deployed = managed.filter((rule) => exclusionOf(rule, facts) === undefined).length;
  if (deployed > MAX_RULES_OF_ALL_PACKS) {
    throw new Error(`'rules' of all packs must be at most ${MAX_RULES_OF_ALL_PACKS}, got: ${deployed}`);
  }
  const byStandard = groupBy(managed, ({ primary }) => standardOf(primary).citation);
  return [...byStandard]
    .sort(([a], [b]) => compareCitations(a, b))
    .map(([standard, rules]) => packOf(standardOf(standard), rules, facts))
    .filter(({ rules }) => rules.length > 0);
}

/** What the environment goes without, and why. */
export function excludedConfigRules(facts: EnvironmentFacts): readonly ExcludedConfigRule[] {
  return MANAGED_RULES.flatMap((rule) => exclusionOf(rule, facts) ?? []);
}

function packOf(
  standard: ConformancePack['standard'],
  ofStandard: readonly ConfigRule[],
  facts: EnvironmentFacts,
): ConformancePack {
  const rules = ofStandard
    .filter((rule) => exclusionOf(rule, facts) === undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { body, takesAuthorizedVpcIds } = renderPack(standard, rules, facts);
  return {
    standard,
    slug: standard.citation.replace(/[^0-9A-Za-z]+/g, '-').replace(/-$/, ''),
    rules: rules.map(({ name }) => name),
    body,
    takesAuthorizedVpcIds,
  };
}
