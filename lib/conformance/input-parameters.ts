import type { ConfigRule } from '../safeguards/config-rules/config-rule';
import type { EnvironmentFacts } from './environment-facts';

/** The pack parameter that carries the VPC which may have an internet gateway: it is known only at deployment. */
export const AUTHORIZED_VPC_IDS = 'AuthorizedVpcIds';

/** A value as a pack's template writes it: typed, or the name of a parameter of the pack. */
type InputValue = string | number | boolean | { readonly Ref: string };

/** A rule's parameters by name. */
export type InputParameters = Readonly<Record<string, InputValue>>;

/** Parameters that depend on the environment, by the rule's name; they go over the catalogue's. */
const BY_ENVIRONMENT: Readonly<Record<string, (facts: EnvironmentFacts) => InputParameters>> = {
  'restricted-database-ports': ({ databasePort }) => ({ blockedPort4: databasePort }),
  // Below what the configuration promises is drift; above it is a matter of cost.
  'cw-loggroup-retention-period-check': ({ shortestLogDays }) => ({ MinRetentionTime: shortestLogDays }),
  'internet-gateway-authorized-vpc-only': ({ hasInternetGateway }): InputParameters =>
    hasInternetGateway ? { AuthorizedVpcIds: { Ref: AUTHORIZED_VPC_IDS } } : {},
};

/**
 * What a rule is run with, each value of its own type: a number stays a number and a switch a switch. A list is one text, joined by
 * commas, as AWS Config reads it; an empty one is left out, because AWS Config refuses an empty text.
 */
export function inputParameters(rule: ConfigRule, facts: EnvironmentFacts): InputParameters {
  const catalogued = Object.entries(rule.parameters ?? {}).flatMap(
    ([name, value]): readonly (readonly [string, InputValue])[] => {
      if (typeof value !== 'object') return [[name, value]];
      return value.length === 0 ? [] : [[name, value.join(',')]];
    },
  );
  return { ...Object.fromEntries(catalogued), ...BY_ENVIRONMENT[rule.name]?.(facts) };
}
