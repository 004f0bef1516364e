import { CONFIG_RULES } from '../safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../safeguards/config-rules/added-rules';
import { isJsonObject, type Template } from './template';

/** The key in a conformance pack's template Metadata under which stands what the environment goes without, and why. */
export const EXCLUDED_CONFIG_RULES_METADATA = 'HipaaExcludedConfigRules';

/** A reason is one sentence. */
const MAX_REASON_CHARACTERS = 300;

const NAMES: ReadonlySet<string> = new Set([...CONFIG_RULES, ...ADDED_CONFIG_RULES].map(({ name }) => name));

/**
 * The rules of AWS Config that templates say they go without, by name, with the reason. What is no rule of the catalogue or has no reason
 * does not count.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export function readExcludedConfigRules(templates: readonly Template[]): ReadonlyMap<string, string> {
  return new Map(
    templates.flatMap(({ Resources }) =>
      Object.values(Resources)
        .filter(({ Type }) => Type === 'AWS::Config::ConformancePack')
        .flatMap(({ Metadata }) => entriesOf(Metadata?.[EXCLUDED_CONFIG_RULES_METADATA])),
    ),
  );
}

function entriesOf(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): readonly (readonly [string, string])[] => {
    if (!isJsonObject(entry)) return [];
    const { rule, reason } = entry;
    const isTold = typeof reason === 'string' && reason !== '' && reason.length <= MAX_REASON_CHARACTERS;
    return typeof rule === 'string' && NAMES.has(rule) && isTold ? [[rule, reason]] : [];
  });
}
