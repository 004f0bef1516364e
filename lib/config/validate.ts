import type { ConfigurationRule } from './configuration-rule';
import { demandOf, describeIssue, type FieldProblem } from './describe-issue';
import { valueAt } from './field-path';
import { quoteValue } from './quote-value';
import { CONFIGURATION_RULES } from './rules';
import { type EnvironmentConfig, environmentSchema } from './schema';

/** A valid environment, or everything that is wrong with it. */
export type Validation =
  | { readonly valid: true; readonly config: EnvironmentConfig }
  | { readonly valid: false; readonly problems: readonly FieldProblem[] };

/** Judges one environment by its schema and by every rule whose fields are well-formed, so that no problem hides another. */
export function validateEnvironment(input: unknown): Validation {
  const parsed = environmentSchema.safeParse(input, { error: demandOf });
  const malformed = parsed.success ? [] : parsed.error.issues.flatMap((issue) => describeIssue(issue, input));
  const broken = new Set(malformed.map(({ path }) => fieldOf(path)));
  const judged = parsed.success ? parsed.data : environmentSchema.parse(withoutBroken(input, broken));
  const violated = CONFIGURATION_RULES.filter((rule) => isJudgeable(rule, broken)).flatMap((rule) => {
    const demand = rule.demand(judged);
    const path = rule.field.split('.');
    return demand === undefined
      ? []
      : [{ path, text: `${demand}, got: ${quoteValue(valueAt(judged, path))}` }];
  });
  const problems = [...malformed, ...violated];
  return parsed.success && problems.length === 0
    ? { valid: true, config: parsed.data }
    : { valid: false, problems };
}

/** The field that a path lies in: an entry of a list counts as its list. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.slice(0, 2).map(String).join('.');
}

/** A section that is malformed as a whole stands in with its defaults, and those break no rule. */
function isJudgeable(rule: ConfigurationRule, broken: ReadonlySet<string>): boolean {
  return rule.reads.every((field) => !broken.has(field));
}

/** What stands in for malformed fields, so that the rules about the others have an environment to look at. */
const STAND_IN = environmentSchema.parse({ name: 'stand-in', profile: 'sandbox', lockMode: 'GOVERNANCE' });

/** The input's well-formed fields over the stand-in. */
function withoutBroken(input: unknown, broken: ReadonlySet<string>): unknown {
  return Object.fromEntries(
    Object.keys(environmentSchema.unwrap().shape).map((key) => {
      const given = valueAt(input, [key]);
      const standIn = valueAt(STAND_IN, [key]);
      if (given === undefined || broken.has(key)) {
        return [key, standIn];
      }
      return [key, isSection(standIn) ? sectionWithoutBroken(key, given, standIn, broken) : given];
    }),
  );
}

/** An option without a default is in what is given and not in the stand-in. */
function sectionWithoutBroken(
  section: string,
  given: unknown,
  standIn: object,
  broken: ReadonlySet<string>,
): object {
  const intact = Object.entries(isSection(given) ? given : {}).filter(
    ([key, value]) => value !== undefined && !broken.has(`${section}.${key}`),
  );
  return { ...standIn, ...Object.fromEntries(intact) };
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
